# debian.sh    Packages of Debian 13, unpacked into folders, whatever Debian this machine has. It is sourced.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-pod-patterns-companions
mkdir -p "$cache"/{apt/lists/partial,debs}

# Packages that are only for installing.
skipped='adduser|cdebconf|debconf.*|dpkg|init-system-helpers|install-info|libllvm.*|lsb-base|passwd|perl.*|sysvinit-utils|ucf'

apt() {
  local command=$1
  shift
  "$command" -o Dir::Etc::SourceList="$cache/apt/trixie.sources" -o Dir::Etc::SourceParts=/dev/null -o APT::Sandbox::User=root \
    -o Dir::State::Lists="$cache/apt/lists" -o Dir::State::status="$cache/apt/status" -o Dir::Cache="$cache/apt" "$@"
}

# update    The index of Debian 13, from where this machine has its own.
update() {
  [ ! -e "$cache/apt/updated" ] || return 0
  : > "$cache/apt/status"
  sed -n '/^Types: deb$/,/^$/p' /etc/apt/sources.list.d/debian.sources | sed -E '/^$/,$d; s/^Suites: .*/Suites: trixie/' > "$cache/apt/trixie.sources"
  apt apt-get update -qq
  touch "$cache/apt/updated"
}

# closure PACKAGE...    The packages with all they depend on, but for the skipped.
closure() {
  apt apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$@" |
    awk -v roots="$*" -v skipped="^($skipped)$" '
      /^[^ ]/ { package = $1 }
      $1 ~ /^(Pre)?Depends:/ && $2 !~ /^</ { needs[package] = needs[package] " " $2 }
      function add(name,   list, n, i) {
        if (name ~ skipped || seen[name]++) return
        print name
        n = split(needs[name], list, " ")
        for (i = 1; i <= n; i++) add(list[i])
      }
      END { n = split(roots, root, " "); for (i = 1; i <= n; i++) add(root[i]) }'
}

# install_into ROOT PACKAGE...    Unpacks packages with their dependencies.
install_into() {
  local root=$1 name missing=() packages
  packages=$(closure "${@:2}")
  for name in $packages; do
    compgen -G "$cache/debs/${name}_*.deb" > /dev/null || missing+=("$name")
  done
  [ "${#missing[@]}" = 0 ] || (cd "$cache/debs" && apt apt-get download -qq "${missing[@]}") || return 1
  for name in $packages; do
    dpkg-deb --fsys-tarfile "$cache/debs/${name}"_*.deb |
      tar -x --keep-directory-symlink -C "$root" --exclude='./usr/share/doc*' --exclude='./usr/share/man*' \
        --exclude='./usr/share/locale*' --exclude='./var/run' || return 1
  done
}

# merge_usr ROOT    Before anything is unpacked.
merge_usr() {
  local name
  for name in bin lib lib64 sbin; do
    mkdir -p "$1/usr/$name"
    [ -L "$1/$name" ] || ln -s "usr/$name" "$1/$name"
  done
}

/**
 * Copies files and directories, and of a path that ends with `/` all that the directory holds: `TO MODE
 * FROM…`. It can run again over what it copied before. A directory of a Kubernetes volume (ConfigMap, Secret)
 * holds links to a hidden directory that is replaced; there the files are copied, not the links. Modes are
 * those of the originals, or as MODE changes them; only what was copied is changed, never the volume's root,
 * which belongs to root.
 */
export const COPY = `fail() {
  printf '%s: %s\\n' "$0" "$1" >&2
  exit 1
}
copy() {
  cp -Rf "$1" -- "$2" "$to/" || fail "cannot copy $2"
  [ -z "$mode" ] || [ -L "$to/\${2##*/}" ] || chmod -R -- "$mode" "$to/\${2##*/}" || fail "cannot change the mode of $2"
}
copy_all() {
  [ -d "$1" ] || fail "there is no directory $1"
  links=-P volume=
  [ ! -L "$1..data" ] || links=-L volume=yes
  for entry in "$1"* "$1".[!.]* "$1"..?*; do
    [ -e "$entry" ] || [ -L "$entry" ] || continue
    case "$volume\${entry##*/}" in
      yes..*) ;;
      *) copy "$links" "$entry" ;;
    esac
  done
}
to=$1 mode=$2
shift 2
mkdir -p -- "$to" || fail "cannot make $to"
umask 0
for from do
  case "$from" in
    */) copy_all "$from" ;;
    *) copy -H "$from" ;;
  esac
  printf 'copied %s\\n' "$from"
done
`;

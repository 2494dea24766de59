/**
 * Replaces each \${NAME} by the environment variable of the name, for the NAMES given (in one argument, with
 * spaces between), and leaves all else as it is: `NAMES TO FROM [FILE TEXT]…`. Templates are the files below
 * FROM, where it is not empty, and the texts. Values are not read again for names, and no shell reads them.
 * Variables of the script begin with `_render_`, so that they do not change those of the environment.
 */
export const RENDER = `_render_fail() {
  printf '%s: %s\\n' "$0" "$1" >&2
  exit 1
}
_render_text() {
  awk -v names="$1" -v ended="$2" '
    BEGIN { count = split(names, list, " "); for (i = 1; i <= count; i++) wanted[list[i]] = 1 }
    {
      if (NR > 1) printf "\\n"
      rest = $0
      while (start = index(rest, "\${")) {
        printf "%s", substr(rest, 1, start - 1)
        rest = substr(rest, start)
        end = index(rest, "}")
        name = substr(rest, 3, end - 3)
        if (end && (name in wanted)) { printf "%s", ENVIRON[name]; rest = substr(rest, end + 1) }
        else { printf "%s", "\${"; rest = substr(rest, 3) }
      }
      printf "%s", rest
    }
    END { if (NR && ended == "yes") printf "\\n" }'
}
_render_file() {
  [ -z "\`tail -c 1 "$2"\`" ] && set -- "$@" yes
  _render_text "$1" "\${4-}" < "$2" > "$3" || _render_fail "cannot write $3"
  printf 'rendered %s\\n' "$3"
}
_render_all() {
  mkdir -p -- "$3" || _render_fail "cannot make $3"
  for _render_entry in "$2"/* "$2"/.[!.]*; do
    if [ -d "$_render_entry" ]; then
      ( _render_all "$1" "$_render_entry" "$3/\${_render_entry##*/}" ) || exit
    elif [ -e "$_render_entry" ]; then
      _render_file "$1" "$_render_entry" "$3/\${_render_entry##*/}"
    fi
  done
}
for _render_name in $1; do
  awk -v name="$_render_name" 'BEGIN { exit !(name in ENVIRON) }' < /dev/null || _render_fail "the variable $_render_name is not set"
done
if [ -n "$3" ]; then _render_all "$1" "$3" "$2"; fi
_render_names=$1 _render_to=$2
shift 3
while [ "$#" -gt 0 ]; do
  printf '%s\\n' "$2" | _render_text "$_render_names" "" > "$_render_to/$1" || _render_fail "cannot write $_render_to/$1"
  printf 'rendered %s\\n' "$_render_to/$1"
  shift 2
done
`;

/**
 * Gives files an owner and a mode: `USER GROUP MODE PATH…`, each of the first three empty where it stays.
 * Only what differs in owner is changed. Symbolic links are never followed, and other file systems below are
 * left alone.
 */
export const PERMISSIONS = `fail() {
  printf '%s: %s\\n' "$0" "$1" >&2
  exit 1
}
user=$1 group=$2 mode=$3
shift 3
for path do
  [ -e "$path" ] || fail "there is no $path"
  if [ -n "$user" ]; then find "$path" -xdev ! -user "$user" -exec chown -h -- "$user" {} + || fail "cannot give $path to user $user"; fi
  if [ -n "$group" ]; then find "$path" -xdev ! -group "$group" -exec chgrp -h -- "$group" {} + || fail "cannot give $path to group $group"; fi
  if [ -n "$mode" ]; then find "$path" -xdev ! -type l -exec chmod -- "$mode" {} + || fail "cannot change the mode of $path"; fi
  printf '%s is done\\n' "$path"
done
`;

/**
 * Runs a command for at most so many seconds: `SECONDS COMMAND…`. It needs no `timeout`, which not each image
 * has: only a shell and `sleep`. At the limit the command gets SIGTERM, ten seconds later SIGKILL, and the
 * exit code is 124 whatever the command made of it: half a migration is no success. Otherwise the exit code
 * is the command's. As process 1 the shell passes SIGTERM on. The watch tells by its exit code whether it
 * struck; it is started before there is a trap, which it would have for a moment, and lose the signal that
 * ends it. A signal cuts a `wait` short; the next one then has the exit code, or 127 where the command had
 * ended meanwhile.
 */
export const BOUNDED = `limit=$1
shift
"$@" &
job=$!
{
  sleep "$limit"
  trap 'exit 0' TERM
  printf '%s: stopped after %s s\\n' "$0" "$limit" >&2
  kill "$job" 2> /dev/null
  sleep 10 &
  wait "$!"
  kill -9 "$job" 2> /dev/null
  exit 0
} &
watch=$!
signaled=
trap 'signaled=yes; kill "$job" 2> /dev/null' TERM INT
wait "$job" 2> /dev/null
code=$?
while [ -n "$signaled" ]; do
  signaled=
  wait "$job" 2> /dev/null
  again=$?
  [ "$again" -eq 127 ] || code=$again
done
kill "$watch" 2> /dev/null
wait "$watch" 2> /dev/null && exit 124
exit "$code"
`;

/**
 * Watches directories and acts when what their files hold has changed and is at rest: `INTERVAL TARGET HOW
 * DIRECTORY…`. Names that begin with two dots are passed over: behind them Kubernetes keeps the versions of a
 * volume, and the files are links to the newest. An action that failed is tried again after each interval.
 */
const LOOP = `fingerprint() {
  for directory do
    find -L "$directory/" -name '..?*' -prune -o -type f -exec sha256sum {} +
  done | sort | sha256sum
}
pause() {
  sleep "$1" &
  wait "$!"
}
trap 'exit 0' TERM INT
interval=$1 target=$2 how=$3
shift 3
last=\`fingerprint "$@"\`
printf 'watching %s\\n' "$*"
while pause "$interval"; do
  now=\`fingerprint "$@" 2> /dev/null\`
  [ "$now" != "$last" ] || continue
  pause 1
  [ "$now" = "\`fingerprint "$@" 2> /dev/null\`" ] || continue
  if reload; then last=$now; else printf 'trying again in %s s\\n' "$interval" >&2; fi
done
`;

/**
 * Sends the signal HOW to the processes called TARGET, but for those whose parent is called so: workers are
 * their parent's business. Names are those of /proc/PID/comm, which all may read.
 */
export const RELOAD_BY_SIGNAL = `named() {
  { IFS= read -r name < "/proc/$1/comm"; } 2> /dev/null && [ "$name" = "$target" ]
}
field() {
  { while read -r key value rest; do [ "$key" != "$2:" ] || printf '%s' "$value"; done < "/proc/$1/status"; } 2> /dev/null
}
send() {
  if kill -s "$how" "$1" 2> /dev/null; then
    printf 'sent SIG%s to %s (process %s)\\n' "$how" "$target" "$1"
  else
    printf 'user %s may not signal %s, which runs as user %s\\n' "\`id -u\`" "$target" "\`field "$1" Uid\`" >&2
    return 1
  fi
}
reload() {
  result=1
  for process in /proc/[0-9]*; do
    process=\${process#/proc/}
    if [ "$process" = "$own" ] || ! named "$process" || named "\`field "$process" PPid\`"; then continue; fi
    if send "$process"; then [ "$result" -ne 1 ] || result=0; else result=2; fi
  done
  [ "$result" -ne 1 ] || printf 'no process is called %s\\n' "$target" >&2
  return "$result"
}
read -r own rest < /proc/self/stat
${LOOP}`;

/** Requests the URL TARGET by the method HOW, in at most 10 seconds. */
export const RELOAD_BY_HTTP = `request() {
  if command -v curl > /dev/null; then exec curl -gfsS -o /dev/null -X "$how" "$target"; fi
  if [ "$how" = POST ]; then exec wget -q -O /dev/null --post-data '' "$target"; fi
  exec wget -q -O /dev/null "$target"
}
reload() {
  request < /dev/null &
  try=$!
  { sleep 10; kill -9 "$try"; } > /dev/null 2>&1 &
  watch=$!
  wait "$try"
  result=$?
  kill "$watch"
  if [ "$result" -eq 0 ]; then printf '%s %s\\n' "$how" "$target"; else printf '%s %s failed\\n' "$how" "$target" >&2; fi
  return "$result"
}
${LOOP}`;

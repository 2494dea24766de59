/**
 * Prints files from their first line on and goes on as they grow, are replaced, or come to be. Nothing else
 * goes to the output, where log pipelines read it; a file that may not be read is reported once, on the error
 * output. As process 1 the shell would ignore SIGTERM, so it traps it: each tail gets two more seconds, which
 * is one more look at its file, then all ends. If a tail dies, the container ends with exit code 1, and the
 * kubelet restarts it.
 */
export const LOG_TAIL = `follow() {
  reported=
  until [ -r "$1" ]; do
    if [ -e "$1" ] && [ -z "$reported" ]; then
      reported=yes
      printf '%s: user %s may not read %s\\n' "$0" "\`id -u\`" "$1" >&2
    fi
    sleep 1
  done
  exec tail -n +1 -F -- "$1" 2> /dev/null
}
alive() {
  for tail in $tails; do kill -0 "$tail" 2> /dev/null || return; done
}
drain() {
  trap '' TERM INT
  sleep 2
  kill $tails 2> /dev/null
  exit 0
}
trap drain TERM INT
tails=
for file do
  follow "$file" &
  tails="$tails $!"
done
while alive; do
  sleep 5 &
  wait "$!"
done
exit 1
`;

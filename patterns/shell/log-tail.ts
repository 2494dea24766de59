/**
 * Prints files from their first line on and goes on as they grow, are replaced, or come to be. As process 1 it would
 * ignore SIGTERM, so it traps it: tail gets two more seconds, which is one more look at each file, then all ends.
 */
export const LOG_TAIL = `drain() {
  trap '' TERM INT
  sleep 2
  kill "$tail" 2> /dev/null
  wait "$tail" 2> /dev/null
  exit 0
}
trap drain TERM INT
tail -q -n +1 -F -- "$@" &
tail=$!
wait "$tail" 2> /dev/null
`;

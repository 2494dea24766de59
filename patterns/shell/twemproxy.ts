/**
 * Runs nutcracker, which ends with SIGINT alone: as process 1 it would ignore SIGTERM. Its exit code is 1
 * however it ends. Debian's build would log to a file.
 *
 * @param config directory of `nutcracker.yml`
 * @param rendered directory for the file with the passwords, if it has any
 */
export const twemproxyScript = (config: string, rendered?: string) => `${
  rendered === undefined ? `file=${config}/nutcracker.yml` : renderScript(config, rendered)
}
stop() {
  trap '' TERM INT
  kill -INT "$child" 2> /dev/null
  wait "$child"
  exit 0
}
trap stop TERM INT
nutcracker -c "$file" -o /dev/stderr "$@" &
child=$!
wait "$child"
exit
`;

/**
 * nutcracker reads passwords only from its file. A single-quoted scalar of YAML escapes nothing but quotes.
 */
const renderScript = (config: string, rendered: string) => `file=${rendered}/nutcracker.yml
umask 077
awk '
  $1 != "redis_auth:" { print; next }
  { value = ENVIRON[$2] }
  value ~ /\\n/ { print $2 " contains a line break" > "/dev/stderr"; exit 1 }
  { gsub(/\\047/, "\\047\\047", value); print "  redis_auth: \\047" value "\\047" }
' ${config}/nutcracker.yml > "$file" || exit 1`;

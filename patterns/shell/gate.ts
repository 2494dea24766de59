/**
 * The script that waits for dependencies: `SECONDS PAUSE URI…`. It runs in dash and in busybox of any make
 * (Debian's has no `nc -z`, and its `wget -T` crashes; `timeout` of old ones takes other options), and holds
 * only the functions that the kinds of dependency need.
 */
export function gateScript(uris: readonly string[]): string {
  const kinds = KINDS.filter(({ takes }) => uris.some((uri) => takes.test(uri)));
  const tools = kinds.map(({ pattern, tools: needed }) => `    ${pattern}) has ${needed} ;;`);
  const checks = kinds.map(({ pattern, check }) => `    ${pattern}) ${check} ;;`);
  return [...kinds.map(({ functions }) => functions), ATTEMPT(checks), LOOP(tools)].join('');
}

interface Kind {
  readonly takes: RegExp;
  /** Shell pattern for the URI. */
  readonly pattern: string;
  /** Programs of which the image needs one. */
  readonly tools: string;
  readonly check: string;
  readonly functions: string;
}

const KINDS: readonly Kind[] = [
  {
    takes: /^dns:/,
    pattern: 'dns://*',
    tools: 'nslookup getent',
    check: 'resolves "${1#dns://}"',
    functions: `found() {
  if command -v nslookup; then nslookup "$1"; else getent hosts "$1"; fi
}
resolves() {
  found "$1" && return
  while read -r word domains; do
    [ "$word" = search ] || continue
    for domain in $domains; do found "$1.$domain" && return; done
  done < /etc/resolv.conf
  return 1
}
`,
  },
  {
    takes: /^tcp:/,
    pattern: 'tcp://*',
    tools: 'nc',
    check: 'connects "${1#tcp://}"',
    functions: `connects() {
  host=\${1%:*} port=\${1##*:}
  host=\${host#[} host=\${host%]}
  if nc -h 2>&1 | grep -q BusyBox; then nc "$host" "$port" -e true; else nc -z "$host" "$port"; fi
}
`,
  },
  {
    takes: /^unix:/,
    pattern: 'unix://*',
    tools: 'test',
    check: '[ -S "${1#unix://}" ]',
    functions: '',
  },
  {
    takes: /^https?:/,
    pattern: 'http*',
    tools: 'wget curl',
    check: 'answers "$1"',
    functions: `answers() {
  if command -v wget; then wget -q -O /dev/null "$1"; else curl -fsS -o /dev/null "$1"; fi
}
`,
  },
];

/** One attempt, cut short after 10 seconds or what is left. */
const ATTEMPT = (checks: readonly string[]) => `reachable() {
  case "$1" in
${checks.join('\n')}
  esac
}
left() { expr "$end" - \`date +%s\`; }
attempt() {
  reachable "$1" > /dev/null 2>&1 < /dev/null &
  try=$!
  slice=\`left\`
  [ "$slice" -le 10 ] || slice=10
  [ "$slice" -ge 1 ] || slice=1
  { sleep "$slice"; kill -9 "$try"; } > /dev/null 2>&1 &
  watch=$!
  wait "$try"
  result=$?
  kill "$watch"
  return "$result"
}
`;

const LOOP = (tools: readonly string[]) => `has() {
  for tool do command -v "$tool" > /dev/null && return; done
  printf 'cannot wait for %s: the image has no %s\\n' "$target" "$*" >&2
  exit 127
}
trap 'exit 143' TERM INT
limit=$1 pause=$2 end=\`date +%s\`
end=\`expr "$end" + "$limit"\`
shift 2
for target do
  case "$target" in
${tools.join('\n')}
  esac
  printf 'waiting for %s\\n' "$target"
  until attempt "$target" 2> /dev/null; do
    if [ \`left\` -le 0 ]; then
      printf 'gave up waiting for %s after %s s\\n' "$target" "$limit" >&2
      exit 1
    fi
    sleep "$pause"
  done
  printf '%s is there\\n' "$target"
done
`;

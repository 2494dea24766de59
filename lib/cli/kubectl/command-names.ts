/** First words that make a command line one of kubectl's. */
export const KUBECTL_COMMANDS: ReadonlySet<string> = new Set([
  'run',
  'create',
  'explain',
  'expose',
  'autoscale',
  'set',
  'label',
  'annotate',
  'patch',
  'apply',
]);

/** Whether a command line is one of kubectl's, whose own flags may come before its command. */
export function isKubectl(argv: readonly string[], own: ReadonlySet<string>): boolean {
  if (!argv[0]?.startsWith('-')) return KUBECTL_COMMANDS.has(argv[0]);
  const first = argv.find((word) => KUBECTL_COMMANDS.has(word) || own.has(word));
  return first !== undefined && KUBECTL_COMMANDS.has(first);
}

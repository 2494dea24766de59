import { kubectl, type Scenario, validated } from './scenario';

const POD = (container: string, spec = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec}  containers:\n  - {name: a, image: "a:1"}\n  - ${container}\n`;
const script = (text: string) =>
  POD(
    `{name: b, image: "a:1", command: [sh, -c, ${JSON.stringify(text)}]}`,
    '  initContainers:\n  - {name: i, image: "a:1"}\n',
  );
const of = (part: string, count: number) => part.repeat(count);

/** One long text where a short one is meant: what expressions stumble over. */
export const EXPRESSIONS: readonly Scenario[] = [
  validated('slashes in a projected path', 24000, (count) =>
    POD(
      '{name: b, image: "a:1"}',
      `  volumes:\n  - {name: v, projected: {sources: [{configMap: {name: c, items: [{key: k, path: "a${of('/', count)}x"}, {key: l, path: b}]}}]}}\n`,
    ),
  ),
  validated(
    'dashes in a name',
    24000,
    (count) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "A${of('-', count)}a"}\n`,
  ),
  validated('digits of a quantity', 24000, (count) =>
    POD(`{name: b, image: "a:1", resources: {limits: {cpu: "${of('1', count)}!"}}}`),
  ),
  validated('underscores of an image beside localhost', 24000, (count) =>
    POD(`{name: b, image: "${of('_', count)}", env: [{name: A, value: "localhost:80"}]}`),
  ),
  validated('blanks around a quantity', 24000, (count) =>
    POD(`{name: b, image: "a:1", resources: {limits: {cpu: "x${of(' ', count)}x"}}}`),
  ),
  validated(
    'suppressions in one line',
    2000,
    (count) => `${POD('{name: b, image: "a:1"}').trimEnd()} ${of('# pod-patterns: ignore a ', count)}\n`,
  ),
  validated(
    'rules in one suppression',
    500,
    (count) =>
      `${POD('{name: b, image: "a:1"}').trimEnd()} # pod-patterns: ignore ${of('image-tag ', count)}\n`,
  ),
  validated(
    'a key with dots',
    12000,
    (count) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n    ? "${of('a.', count)}"\n    : b\n`,
  ),
  ...['"', '$(', '<<E\n', 'while ', 'a;', '(('].map((part) =>
    validated(`a script of ${JSON.stringify(part)}`, 4000, (count) => script(of(part, count))),
  ),
  validated('loops within loops', 1000, (count) => script(of('while :; do ', count) + of('done; ', count))),
  validated('loops one after another', 1000, (count) => script(of('while sleep 1; do a; done; ', count))),
  validated('groups within groups', 1000, (count) => script(`${of('( ', count)}a ${of(') & ', count)}`)),
  validated('functions that call each other', 500, (count) =>
    script(
      Array.from({ length: count }, (_, index) => `f${index}() { f${index + 1}; f${index + 1}; }; `).join(
        '',
      ) + 'f0; tail -f /a',
    ),
  ),
  validated('tails of many files', 500, (count) =>
    script(Array.from({ length: count }, (_, index) => `tail -f /logs/${index} & `).join('')),
  ),
  kubectl('digits of --cpu', 24000, (count) => ({
    argv: ['autoscale', '-f', 'a.yaml', '--dry-run=client', '--max=3', `--cpu=${of('1', count)}x`],
    files: { 'a.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n' },
  })),
  kubectl('digits of a template', 24000, (count) => ({
    argv: ['create', 'namespace', 'a', '--dry-run=client', `-o=go-template={{${of('1', count)}x}}`],
  })),
  kubectl('signs of a filter', 24000, (count) => ({
    argv: ['create', 'namespace', 'a', '--dry-run=client', `-o=jsonpath={[?(a${of('=', count)}\n)]}`],
  })),
];

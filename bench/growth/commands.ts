import { commandLine, kubectl, type Scenario } from './scenario';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const stars = (count: number) => `${'a*'.repeat(20)}b${count}`;

const commanded = (
  name: string,
  size: number,
  argv: (size: number) => readonly string[],
  files: (size: number) => { [path: string]: string },
): Scenario => ({
  name,
  size,
  prepare(count) {
    const [given, there] = [argv(count), files(count)];
    return () => commandLine(given, there);
  },
});

const DRY = '--dry-run=client';
const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index));
const deployment = (containers: number) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [
${repeated(containers, (index) => `  {name: c${index}, image: "i:1", env: [{name: E${index}, value: x}]}`).join(',\n')}
  ]}}}
`;
const listed = (count: number, part: (index: number) => string) => `[${repeated(count, part).join(',')}]`;
const patch = (value: string) => [
  'patch',
  '-f=a.yaml',
  '--local',
  '-o=yaml',
  `-p={"spec":{"template":{"spec":${value}}}}`,
];

/** Flags that are given many times, and flags that hold much. */
const FLAGS: readonly Scenario[] = [
  kubectl('literals', 5000, (count) => ({
    argv: [
      'create',
      'configmap',
      'a',
      DRY,
      '-o=yaml',
      ...repeated(count, (index) => `--from-literal=k${index}=v`),
    ],
  })),
  kubectl('literals of a Secret', 5000, (count) => ({
    argv: [
      'create',
      'secret',
      'generic',
      'a',
      DRY,
      '-o=yaml',
      ...repeated(count, (index) => `--from-literal=k${index}=v`),
    ],
  })),
  kubectl('variables of run', 5000, (count) => ({
    argv: ['run', 'a', '--image=b', DRY, '-o=yaml', ...repeated(count, (index) => `--env=E${index}=v`)],
  })),
  kubectl('labels of run', 5000, (count) => ({
    argv: [
      'run',
      'a',
      '--image=b',
      DRY,
      '-o=yaml',
      `--labels=${repeated(count, (index) => `k${index}=v`).join(',')}`,
    ],
  })),
  kubectl('words of a command', 5000, (count) => ({
    argv: [
      'run',
      'a',
      '--image=b',
      DRY,
      '-o=yaml',
      '--command',
      '--',
      ...repeated(count, (index) => `w${index}`),
    ],
  })),
  kubectl('labels to set', 5000, (count) => ({
    argv: ['label', '-f=a.yaml', '--local', '-o=yaml', ...repeated(count, (index) => `k${index}=v`)],
    files: { 'a.yaml': CONFIG_MAP },
  })),
  kubectl('variables to set', 1000, (count) => ({
    argv: ['set', 'env', '-f=a.yaml', '--local', '-o=yaml', ...repeated(count, (index) => `K${index}=v`)],
    files: { 'a.yaml': deployment(1) },
  })),
  kubectl('images to set', 500, (count) => ({
    argv: ['set', 'image', '-f=a.yaml', '--local', '-o=yaml', ...repeated(count, (index) => `c${index}=x`)],
    files: { 'a.yaml': deployment(count) },
  })),
  kubectl('rules of an Ingress', 1000, (count) => ({
    argv: [
      'create',
      'ingress',
      'a',
      DRY,
      '-o=yaml',
      ...repeated(count, (index) => `--rule=h${index}/p=s:80,tls=t${index}`),
    ],
  })),
  kubectl('resources of a Role', 1000, (count) => ({
    argv: [
      'create',
      'role',
      'a',
      DRY,
      '-o=yaml',
      '--verb=get',
      `--resource=${repeated(count, (index) => `r${index}.g${index}`).join(',')}`,
    ],
  })),
  kubectl('requirements of a selector', 1000, (count) => ({
    argv: ['create', '-f=a.yaml', DRY, `-l=${repeated(count, (index) => `k${index}!=v`).join(',')}`],
    files: { 'a.yaml': CONFIG_MAP },
  })),
];

/** Patches, templates and texts to print. */
const FORMS: readonly Scenario[] = [
  kubectl('a patch of many items', 500, (count) => ({
    argv: patch(`{"containers":${listed(count, (index) => `{"name":"c${index}","image":"x"}`)}}`),
    files: { 'a.yaml': deployment(count) },
  })),
  kubectl('a patch that deletes many items', 500, (count) => ({
    argv: patch(`{"containers":${listed(count, (index) => `{"name":"c${index}","$patch":"delete"}`)}}`),
    files: { 'a.yaml': deployment(count + 1) },
  })),
  kubectl('a patch that orders many items', 500, (count) => ({
    argv: patch(
      `{"$setElementOrder/containers":${listed(count, (index) => `{"name":"c${count - index - 1}"}`)}}`,
    ),
    files: { 'a.yaml': deployment(count) },
  })),
  kubectl('a patch of many operations', 500, (count) => ({
    argv: [
      'patch',
      '-f=a.yaml',
      '--local',
      '-o=yaml',
      '--type=json',
      `-p=${listed(count, (index) => `{"op":"add","path":"/data/k${index}","value":"v"}`)}`,
    ],
    files: { 'a.yaml': `${CONFIG_MAP}data: {}\n` },
  })),
  kubectl('lines of KYAML', 4000, (count) => ({
    argv: ['create', 'configmap', 'a', DRY, '-o=kyaml', '--from-file=f'],
    files: { f: 'x y\n'.repeat(count) },
  })),
  kubectl('lines of YAML', 4000, (count) => ({
    argv: ['create', 'configmap', 'a', DRY, '-o=yaml', '--from-file=f'],
    files: { f: 'x y\n'.repeat(count) },
  })),
  kubectl('every value by JSONPath', 500, (count) => ({
    argv: ['create', '-f=a.yaml', DRY, '-o=jsonpath={..image}{.spec.template.spec.containers[*].name}'],
    files: { 'a.yaml': deployment(count) },
  })),
  kubectl('a filter of JSONPath', 500, (count) => ({
    argv: ['create', '-f=a.yaml', DRY, '-o=jsonpath={.spec.template.spec.containers[?(@.name=="c1")].image}'],
    files: { 'a.yaml': deployment(count) },
  })),
  kubectl('a range of a Go template', 1000, (count) => ({
    argv: [
      'create',
      '-f=a.yaml',
      DRY,
      '-o=go-template={{range $k, $v := .data}}{{$k}}{{printf "%s" $v}}{{end}}',
    ],
    files: { 'a.yaml': `${CONFIG_MAP}data:\n${lines(count, (index) => `  k${index}: v`)}\n` },
  })),
  kubectl('a long Go template', 1000, (count) => ({
    argv: ['create', '-f=a.yaml', DRY, `-o=go-template=${'{{if .data}}x{{else}}y{{end}}'.repeat(count)}`],
    files: { 'a.yaml': CONFIG_MAP },
  })),
];

/** Command lines and configurations that are long, or take long. */
export const COMMANDS: readonly Scenario[] = [
  ...FLAGS,
  ...FORMS,
  commanded(
    'rules of the command line',
    1000,
    (count) => ['validate', 'a.yaml', ...repeated(count, () => '--rule=image-tag=off')],
    () => ({ 'a.yaml': CONFIG_MAP }),
  ),
  kubectl('a ConfigMap as YAML', 4000, (count) => ({
    argv: ['create', '-f', 'a.yaml', '--dry-run=client', '-o=yaml'],
    files: { 'a.yaml': `${CONFIG_MAP}data:\n${lines(count, (index) => `  k${index}: v`)}\n` },
  })),
  kubectl('a ConfigMap as KYAML', 4000, (count) => ({
    argv: ['create', '-f', 'a.yaml', '--dry-run=client', '-o=kyaml'],
    files: { 'a.yaml': `${CONFIG_MAP}data:\n${lines(count, (index) => `  k${index}: v`)}\n` },
  })),
  kubectl('a ConfigMap with long lines', 4000, (count) => ({
    argv: ['create', '-f', 'a.yaml', '--dry-run=client', '-o=yaml'],
    files: { 'a.yaml': `${CONFIG_MAP}data:\n  k: "${'word "" '.replaceAll('"', '\\"').repeat(count)}"\n` },
  })),
  kubectl('stars of -f', 20, (count) => ({
    argv: ['create', '-f', stars(count), '--dry-run=client'],
    files: { [`${'a'.repeat(count)}.yaml`]: CONFIG_MAP },
  })),
  commanded(
    'stars of --ignore',
    20,
    (count) => ['validate', '.', `--ignore=${stars(count)}`],
    (count) => ({ [`${'a'.repeat(count)}.yaml`]: CONFIG_MAP }),
  ),
  commanded(
    'characters and stars of --ignore',
    50,
    (count) => ['validate', '.', `--ignore=${'?*'.repeat(20)}b${count}`],
    (count) => ({ [`${'a'.repeat(count)}.yaml`]: CONFIG_MAP }),
  ),
  commanded(
    'stars of the configuration',
    20,
    () => ['validate', '.'],
    (count) => ({
      [`${'a'.repeat(count)}.yaml`]: CONFIG_MAP,
      'pod-patterns.yaml': `ignore: ["${stars(count)}"]\n`,
    }),
  ),
  commanded(
    'unknown rules of the configuration',
    1000,
    () => ['validate', 'a.yaml'],
    (count) => ({
      'a.yaml': CONFIG_MAP,
      'pod-patterns.yaml': `rules:\n${lines(count, (index) => `  r${index}: error`)}\n`,
    }),
  ),
  commanded(
    'unknown keys of the configuration',
    1000,
    () => ['validate', 'a.yaml'],
    (count) => ({
      'a.yaml': CONFIG_MAP,
      'pod-patterns.yaml': `${lines(count, (index) => `r${index}: error`)}\n`,
    }),
  ),
  ...['json', 'sarif', 'junit', 'github'].map((format) =>
    commanded(
      `findings as ${format}`,
      1000,
      () => ['validate', 'a.yaml', `--format=${format}`],
      (count) => ({ 'a.yaml': `${CONFIG_MAP}${lines(count, (index) => `x${index}: 1`)}\n` }),
    ),
  ),
];

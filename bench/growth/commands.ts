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

/** Command lines and configurations that are long, or take long. */
export const COMMANDS: readonly Scenario[] = [
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

import { type Scenario, validated } from './scenario';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n';
const CONTAINER = '  containers:\n  - name: a\n    image: a:1\n';
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n';
const pod = (fields: string) => `${POD}${CONTAINER}${fields}\n`;
const container = (fields: string) => `${POD}${CONTAINER}${fields}\n`;

/** Texts of manifests that repeat one thing over and over. */
export const DOCUMENTS: readonly Scenario[] = [
  validated('unknown fields', 1000, (count) => pod(lines(count, (index) => `  x${index}: 1`))),
  validated(
    'unknown fields of items',
    1000,
    (count) =>
      `${POD}  containers:\n${lines(count, (index) => `  - {name: a${index}, image: "a:1", x: 1}`)}\n`,
  ),
  validated(
    'aliases of one container',
    1000,
    (count) => `${POD}  containers:\n  - &a {name: a, image: "a:1"}\n${lines(count, () => '  - *a')}\n`,
  ),
  validated(
    'aliases of many anchors',
    500,
    (count) =>
      `${POD}  containers:\n${lines(count, (index) => `  - &a${index} {name: a${index}, image: "a:1"}`)}\n${lines(count, (index) => `  - *a${index}`)}\n`,
  ),
  validated(
    'merged maps',
    500,
    (count) =>
      `${POD}  containers:\n  - &a {name: a, image: "a:1", x: 1}\n${lines(count, (index) => `  - {<<: *a, y: ${index}}`)}\n`,
  ),
  validated('repeated keys', 2000, (count) => CONFIG_MAP + lines(count, () => '  a: b')),
  validated(
    'many repeated keys',
    2000,
    (count) =>
      `${CONFIG_MAP}${lines(count, (index) => `  a${index}: b`)}\n${lines(count, (index) => `  a${index}: c`)}\n`,
  ),
  validated(
    'invalid keys of a ConfigMap',
    2000,
    (count) => CONFIG_MAP + lines(count, (index) => `  "a b${index}": c`),
  ),
  validated('lines that end in CR', 2000, (count) =>
    pod('    env:\n' + lines(count, () => '    - {name: "a b"}')).replaceAll('\n', '\r'),
  ),
  validated('lines that end in CR, keys', 2000, (count) =>
    (CONFIG_MAP + lines(count, (index) => `  "a b${index}": c`)).replaceAll('\n', '\r'),
  ),
  validated('dashes of items without text', 1000, (count) =>
    container(`    env:\n${lines(count, () => '    -')}`),
  ),
  validated('items as block scalars', 1000, (count) =>
    container(`    args:\n${lines(count, () => '    - !!int |\n      x')}`),
  ),
  validated('values of a wrong type', 1000, (count) =>
    container(`    args:\n${lines(count, () => '    - 1')}`),
  ),
  validated(
    'valid mounts',
    2000,
    (count) =>
      `${POD}  volumes:\n${lines(count, (index) => `  - {name: v${index}, emptyDir: {}}`)}\n${CONTAINER}    volumeMounts:\n${lines(count, (index) => `    - {name: v${index}, mountPath: /m${index}}`)}\n`,
  ),
  validated(
    'mounts of volumes that are not there',
    500,
    (count) =>
      `${POD}  volumes:\n${lines(count, (index) => `  - {name: v${index}, emptyDir: {}}`)}\n${CONTAINER}    volumeMounts:\n${lines(count, (index) => `    - {name: x${index}, mountPath: /m${index}}`)}\n`,
  ),
  validated('suppressions by comments', 500, (count) =>
    container(
      `    env:\n${lines(count, () => '    - {name: a}  # pod-patterns: ignore env-order -- because')}`,
    ),
  ),
  validated('suppressions above items', 500, (count) =>
    container(`    env:\n${lines(count, () => '    # pod-patterns: ignore env-order\n    - {name: a}')}`),
  ),
  validated(
    'suppressions by annotations',
    500,
    (count) =>
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n${lines(count, (index) => `    ignore.pod-patterns/r${index}: x`)}\nspec:\n${CONTAINER}`,
  ),
  validated(
    'suppressions in a text',
    500,
    (count) => `${CONFIG_MAP}  a: |\n${lines(count, () => '    # pod-patterns: ignore env-order')}\n`,
  ),
  validated(
    'items of a List',
    500,
    (count) =>
      `apiVersion: v1\nkind: List\nitems:\n${lines(count, (index) => `- {apiVersion: v1, kind: ConfigMap, metadata: {name: "A${index}"}}`)}\n`,
  ),
  validated(
    'items of a List with suppressions',
    500,
    (count) =>
      `apiVersion: v1\nkind: List\nitems:\n${lines(count, (index) => `# pod-patterns: ignore env-order\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: "A${index}"}}`)}\n`,
  ),
  validated('documents', 500, (count) =>
    lines(count, (index) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: "A${index}"}`),
  ),
  validated('documents that are no YAML', 500, (count) => lines(count, () => '---\na: b: c')),
  validated(
    'joined lines',
    20,
    (count) => `${CONFIG_MAP}  a: [\n${lines(count, (index) => `"${index}",`)}\n]\n`,
  ),
  validated(
    'one long line',
    2000,
    (count) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {${Array.from({ length: count }, (_, index) => `"a b${index}": x`).join(', ')}}\n`,
  ),
  validated(
    'nested maps',
    100,
    (count) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ${'{a: '.repeat(count)}1${'}'.repeat(count)}\n`,
  ),
  validated('findings in several versions', 500, (count) => pod(lines(count, (index) => `  x${index}: 1`)), [
    '--kubernetes-version=1.30,1.36',
  ]),
];

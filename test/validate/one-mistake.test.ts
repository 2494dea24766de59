import { judgeManifest, judgeText } from '../../lib/validate/judging';
import { suggestedQuantities } from '../../lib/apimachinery/quantity-suggestions';

const RULES = { resources: 'off' } as const;

const found = (text: string) =>
  judgeText(text, undefined, { minor: 36, rules: RULES }).map(
    ({ rule, path, message, suggestion, related = [] }) => ({
      rule,
      path,
      message,
      suggestion,
      places: related.map((other) => other.path),
    }),
  );

const told = (text: string) =>
  found(text).map(({ rule, path, suggestion }) => `${rule} ${path}: ${suggestion}`);

const pod = (spec: string, container = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {${spec}containers: [{name: a, image: "a:1"${container}}]}\n`;

const workload = (apiVersion: string, kind: string, spec: string, podSpec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {${spec} template: {metadata: {labels: {a: b}}, spec: {${podSpec}, containers: [{name: a, image: "a:1"}]}}}\n`;

const deployment = (podSpec: string, spec = '') =>
  workload('apps/v1', 'Deployment', `selector: {matchLabels: {a: b}}, ${spec}`, podSpec);
const job = (podSpec: string, spec = '') => workload('batch/v1', 'Job', spec, podSpec);

describe('a misspelt value is one finding', () => {
  test.each([
    [pod('restartPolicy: never, '), 'pod-spec spec.restartPolicy: did you mean "Never"?'],
    [
      deployment('restartPolicy: never'),
      'workload-restart-policy spec.template.spec.restartPolicy: remove restartPolicy',
    ],
    [
      deployment('restartPolicy: always'),
      'workload-restart-policy spec.template.spec.restartPolicy: did you mean "Always"?',
    ],
    [
      job('restartPolicy: onfailure'),
      'workload-restart-policy spec.template.spec.restartPolicy: did you mean "OnFailure"?',
    ],
    [
      deployment('dnsPolicy: clusterfirst'),
      'pod-spec spec.template.spec.dnsPolicy: did you mean "ClusterFirst"?',
    ],
    [
      deployment('restartPolicy: Always', 'strategy: {type: recreate}, '),
      'deployment-strategy spec.strategy: did you mean "Recreate"?',
    ],
    [
      pod('', ', imagePullPolicy: always'),
      'container-image spec.containers[0].imagePullPolicy: did you mean "Always"?',
    ],
    [
      pod('', ', ports: [{containerPort: 80, protocol: tcp}]'),
      'container-ports spec.containers[0].ports[0].protocol: did you mean "TCP"?',
    ],
    [
      pod(
        'initContainers: [{name: s, image: "s:1", restartPolicy: always, startupProbe: {exec: {command: [a]}}, lifecycle: {preStop: {exec: {command: [a]}}}}], ',
      ),
      'container-restart-policy spec.initContainers[0].restartPolicy: did you mean "Always"?',
    ],
    [
      job('restartPolicy: Never', 'completionMode: indexed, completions: 2, backoffLimitPerIndex: 1, '),
      'job-completion-mode spec.completionMode: did you mean "Indexed"?',
    ],
  ])('%#', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('is told of beside other mistakes', () => {
    expect(told(pod('restartPolicy: never, dnsPolicy: none, activeDeadlineSeconds: -1, ')).sort()).toEqual([
      expect.stringContaining('spec.activeDeadlineSeconds'),
      expect.stringContaining('spec.dnsPolicy: did you mean "None"?'),
      expect.stringContaining('spec.restartPolicy: did you mean "Never"?'),
    ]);
  });

  it('is one finding of a construct, too', () => {
    const manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: {
        selector: { matchLabels: { a: 'b' } },
        template: {
          metadata: { labels: { a: 'b' } },
          spec: { restartPolicy: 'never', containers: [{ name: 'a', image: 'a:1' }] },
        },
      },
    };
    expect(judgeManifest(manifest, { minor: 36, rules: RULES }).map(({ rule }) => rule)).toEqual([
      'workload-restart-policy',
    ]);
  });
});

describe('a quantity', () => {
  test.each([
    ['64MB', ['64M', '64Mi']],
    ['1GB', ['1G', '1Gi']],
    ['512mb', ['512M', '512Mi']],
    ['10kb', ['10k', '10Ki']],
    ['1g', ['1G', '1Gi']],
    ['1K', ['1k', '1Ki']],
    ['100MiB', ['100Mi']],
    ['1gi', ['1Gi']],
    ['1GI', ['1Gi']],
    ['500 m', ['500m']],
    ['1 Gi', ['1Gi']],
    ['0.5 cpu', ['0.5']],
    ['2 cores', ['2']],
    ['500 millicores', ['500m']],
    ['250mcpu', ['250m']],
    ['1,5Gi', ['1.5Gi']],
    ['1024 bytes', ['1024']],
    ['1TB', ['1T', '1Ti']],
    ['-1 Gi', ['-1Gi']],
    ['lots', []],
    ['', []],
    ['1.2.3Gi', []],
    ['50%', []],
    ['1x', []],
  ])('%s is meant for %j', (text, meant) => {
    expect(suggestedQuantities(text)).toEqual(meant);
  });

  it('is told of once, whatever follows from it', () => {
    expect(told(pod('', ', resources: {limits: {memory: 64MB}, requests: {memory: 32Mi}}'))).toEqual([
      'field-value spec.containers[0].resources.limits[memory]: did you mean "64M" or "64Mi"?',
    ]);
  });
});

describe('a port of two containers', () => {
  const shared = pod(
    '',
    ', ports: [{containerPort: 81}, {containerPort: 80}]}, {name: b, image: "b:1", ports: [{containerPort: 80}]',
  );

  it('is one warning with two places', () => {
    expect(found(shared)).toEqual([
      expect.objectContaining({
        rule: 'port-conflict',
        path: 'spec.containers[1].ports[0].containerPort',
        places: ['spec.containers[0].ports[1].containerPort'],
      }),
    ]);
  });

  it("is the server's warning where ours is switched off", () => {
    expect(
      judgeText(shared, undefined, { minor: 36, rules: { ...RULES, 'port-conflict': 'off' } }).map(
        ({ rule }) => rule,
      ),
    ).toEqual(['port-definition']);
  });
});

describe('what YAML reads otherwise than it is written', () => {
  const configMap = (data: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  ${data}\n`;

  test.each(['on', 'y', 'yes', 'no', 'off', 'n', 'Yes', 'TRUE', '012', '0x10', '1_000', '1.10'])(
    'key %s belongs in quotes',
    (key) => {
      expect(found(configMap(`${key}: a`))).toEqual([
        expect.objectContaining({ rule: 'key-misread', suggestion: `quote it: "${key}"` }),
      ]);
    },
  );

  test.each(['"on"', "'012'", 'true', '80', '1.5', 'only', '!!str on'])(
    'key %s is read as it is written',
    (key) => {
      expect(found(configMap(`${key}: a`))).toEqual([]);
    },
  );

  it('is shown where it is, in labels and by an alias once', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: &l {y: b}, annotations: *l}\n';
    expect(judgeText(text, undefined, { minor: 36 }).map(({ rule, position }) => [rule, position])).toEqual([
      ['key-misread', { line: 3, column: 33 }],
    ]);
  });

  it('is one error where no such field is known', () => {
    expect(told('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, off: b}\n')).toEqual([
      'unknown-field metadata.false: YAML reads the key off as false: quote it: "off"',
    ]);
  });

  test('null is no value', () => {
    expect(found(configMap('a: ~'))).toEqual([]);
  });
});

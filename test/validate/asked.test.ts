import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../lib/validate/cluster';
import { judge } from '../../lib/validate/engine';
import { minorOf } from '../../lib/validate/kubernetes-version';
import { serverStatus } from '../../lib/validate/status';
import { compare, difference } from '../../tools/parity/compare';
import type { Verdict } from '../support/recorded';

const ASKED = join(__dirname, 'asked');

interface Asked {
  readonly manifest: object;
  readonly verdict: Verdict;
}

const statusOf = (manifest: object, cluster?: Cluster) =>
  serverStatus(judge(manifest, { minor: 36, cluster }));

/** Manifests that try one rule each, or several; `npm run mutants -- --keep` makes more. */
describe('what a kube-apiserver said when asked', () => {
  test.each(readdirSync(ASKED).sort())('%s', (file) => {
    const minor = minorOf(/-(1\.\d+)\.jsonl$/.exec(file)![1]);
    const asked = readFileSync(join(ASKED, file), 'utf8').trim().split('\n');
    const differing = asked.flatMap((line, index) => {
      const { manifest, verdict } = JSON.parse(line) as Asked;
      const comparison = compare({ id: `line ${index + 1}`, manifest, verdict }, minor);
      const { id, equal } = comparison;
      if (Object.values(equal).every(Boolean)) return [];
      return [`${id}: ${difference(comparison, equal.messages ? 'warnings' : 'messages')}`];
    });
    expect(differing).toEqual([]);
  });
});

describe('admission by classes', () => {
  const pod = (spec: object) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x' },
    spec: { containers: [{ name: 'a', image: 'b' }], ...spec },
  });
  const cluster: Cluster = {
    priorityClasses: {
      high: { value: 5, preemptionPolicy: 'Never' },
      usual: { value: 3, globalDefault: true },
    },
    runtimeClasses: {
      kata: { overhead: { podFixed: { cpu: '250m' } }, scheduling: { nodeSelector: { kata: 'yes' } } },
      runc: {},
    },
  };

  test.each([
    [{ priorityClassName: 'high', priority: 5, preemptionPolicy: 'Never' }, ''],
    [
      { priorityClassName: 'high', priority: 4 },
      'the integer value of priority (4) must not be provided in pod spec; priority admission controller computed 5 from the given PriorityClass name',
    ],
    [
      { priorityClassName: 'high', preemptionPolicy: 'PreemptLowerPriority' },
      'the string value of PreemptionPolicy (PreemptLowerPriority) must not be provided in pod spec; priority admission controller computed Never from the given PriorityClass name',
    ],
    [{ priority: 3 }, ''],
    [
      { priority: 0 },
      'the integer value of priority (0) must not be provided in pod spec; priority admission controller computed 3 from the given PriorityClass name',
    ],
    [{ priorityClassName: 'low' }, 'no PriorityClass with name low was found'],
    [{ runtimeClassName: 'kata', overhead: { cpu: '0.25' } }, ''],
    [
      { runtimeClassName: 'kata', overhead: { cpu: 1 } },
      "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead",
    ],
    [
      { runtimeClassName: 'kata', nodeSelector: { kata: 'no' } },
      'conflict: runtimeClass.scheduling.nodeSelector[kata] = yes; pod.spec.nodeSelector[kata] = no',
    ],
    [
      { runtimeClassName: 'runc', overhead: { cpu: 1 } },
      'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
    ],
    [{ runtimeClassName: 'gvisor' }, 'pod rejected: RuntimeClass "gvisor" not found'],
  ])('%j', (spec, text) => {
    expect(statusOf(pod(spec), cluster).message).toBe(text && `pods "x" is forbidden: ${text}`);
  });

  test('nothing is said of classes that are not known', () => {
    for (const spec of [
      { priorityClassName: 'high', priority: 4 },
      { priority: 3 },
      { runtimeClassName: 'kata', overhead: { cpu: 1 } },
    ]) {
      expect(statusOf(pod(spec)).ok).toBe(true);
    }
  });

  test('a name that no class can have is refused all the same', () => {
    for (const spec of [
      { priorityClassName: 'a b' },
      { runtimeClassName: 'a b' },
      { overhead: { cpu: 1 } },
    ]) {
      expect(statusOf(pod(spec)).reason).toBe('Forbidden');
    }
  });
});

describe('older minors', () => {
  const causesOf = (minor: number, spec: object) =>
    serverStatus(
      judge(
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'x' },
          spec: { containers: [{ name: 'a', image: 'b' }], ...spec },
        },
        { minor },
      ),
    ).causes.map(({ field, message }) => `${field}: ${message}`);

  test.each([
    [35, { hostAliases: [{ ip: '01.2.3.4' }, { ip: '::ffff:1.2.3.4' }] }, []],
    [
      32,
      { dnsConfig: { searches: ['.'] } },
      [
        expect.stringContaining(
          'spec.dnsConfig.searches[0]: Invalid value: "": a lowercase RFC 1123 subdomain',
        ),
      ],
    ],
    [33, { dnsConfig: { searches: ['_x'] } }, []],
    [33, { os: {} }, ['spec.os.name: Required value: cannot be empty']],
    [
      33,
      { hostUsers: false, hostPID: true },
      ['spec.HostPID: Forbidden: when `pod.Spec.HostUsers` is false'],
    ],
    [
      34,
      { tolerations: [{ key: 'a', operator: 'Gt' }] },
      ['spec.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists"'],
    ],
    [
      31,
      { tolerations: [{ operator: 'Exists', value: 'x' }] },
      [
        'spec.tolerations[0].operator: Invalid value: core.Toleration{Key:"", Operator:"Exists", Value:"x", Effect:"", TolerationSeconds:(*int64)(nil)}: value must be empty when `operator` is \'Exists\'',
      ],
    ],
    [
      32,
      {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] }],
            },
          },
        },
      },
      [],
    ],
    [
      33,
      {
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'k',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: { a: 'b' } },
            matchLabelKeys: ['a'],
          },
        ],
      },
      [
        'spec.topologySpreadConstraints[0].matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and labelSelector',
      ],
    ],
  ])('1.%i: %j', (minor, spec, causes) => {
    expect(causesOf(minor, spec)).toEqual(causes);
  });
});

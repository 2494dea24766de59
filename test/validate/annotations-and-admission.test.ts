import type { Cluster } from '../../lib/validate/cluster';
import { judge } from '../../lib/validate/engine';
import { serverStatus } from '../../lib/validate/status';

/** Cases that servers 1.30, 1.33 and 1.36 were asked. */

const CONTAINERS = [{ name: 'c', image: 'i' }];
const NO_CLASSES: Cluster = { priorityClasses: {}, runtimeClasses: {} };
const pod = (spec: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', ...metadata },
  spec: { containers: CONTAINERS, ...spec },
});
const template = (spec: object, annotations: object) => ({
  apiVersion: 'v1',
  kind: 'PodTemplate',
  metadata: { name: 't' },
  template: { metadata: { annotations }, spec: { containers: CONTAINERS, ...spec } },
});
const workload = (kind: string, annotations: object) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'w', annotations },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: CONTAINERS } },
  },
});
const claim = (spec: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'c', ...metadata },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
});
const volume = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'v' },
  spec: { accessModes: ['ReadWriteOnce'], hostPath: { path: '/a' }, ...spec },
});

const statusOf = (manifest: object, minor = 36, cluster?: Cluster) =>
  serverStatus(judge(manifest, { minor, cluster }));
const causesOf = (manifest: object, minor?: number, cluster?: Cluster) =>
  statusOf(manifest, minor, cluster).causes.map(({ field, message }) => `${field}: ${message}`);

describe('annotations and fields of one profile', () => {
  const SECCOMP = { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' };
  const APP_ARMOR = { 'container.apparmor.security.beta.kubernetes.io/c': 'unconfined' };
  const seccomp = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };
  const appArmor = { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } };

  test.each([30, 33, 36])('agree in templates, too (1.%i)', (minor) => {
    expect(causesOf(template(seccomp, SECCOMP), minor)).toEqual([
      'template.spec.securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match',
    ]);
  });

  test('a field is made of an AppArmor annotation in a Pod only', () => {
    expect(causesOf(pod(appArmor, { annotations: APP_ARMOR }))).toEqual([]);
    expect(causesOf(template(appArmor, APP_ARMOR))).toEqual([
      'template.spec.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match',
    ]);
  });

  test('up to 1.33 an annotation is made of the field, and judged', () => {
    const odd = { containers: [{ name: 'a=b', image: 'i', ...appArmor }] };
    const fields = (minor: number) => statusOf(pod(odd), minor).causes.map(({ field }) => field);
    expect(fields(33)).toEqual(['metadata.annotations', 'spec.containers[0].name']);
    expect(fields(36)).toEqual(['spec.containers[0].name']);
    expect(statusOf(pod(appArmor), 33).warnings).toEqual([]);
  });
});

describe('annotations that become fields', () => {
  const ROLLBACK = 'deprecated.deployment.rollback.to';
  const GENERATION = 'deprecated.daemonset.template.generation';

  test('a revision to go back to', () => {
    expect(causesOf(workload('Deployment', { [ROLLBACK]: '-3' }))).toEqual([
      'spec.rollback.version: Invalid value: -3: must be greater than or equal to 0',
    ]);
    expect(statusOf(workload('Deployment', { [ROLLBACK]: '+3' })).ok).toBe(true);
    expect(statusOf(workload('Deployment', { [ROLLBACK]: '' })).ok).toBe(true);
    expect(statusOf(workload('Deployment', { [ROLLBACK]: 'x' })).message).toBe(
      `Deployment in version "v1" cannot be handled as a Deployment: failed to parse annotation[${ROLLBACK}]=x as int64: strconv.ParseInt: parsing "x": invalid syntax`,
    );
  });

  test('a generation of a template', () => {
    expect(statusOf(workload('DaemonSet', { [GENERATION]: '-3' })).ok).toBe(true);
    expect(statusOf(workload('DaemonSet', { [GENERATION]: '9223372036854775808' })).message).toBe(
      'DaemonSet in version "v1" cannot be handled as a DaemonSet: strconv.ParseInt: parsing "9223372036854775808": value out of range',
    );
  });

  test('wrong types hide what cannot be converted, which hides unknown fields', () => {
    const broken = workload('DaemonSet', { [GENERATION]: '"' });
    expect(statusOf({ ...broken, spec: { ...broken.spec, a: 1 } }).message).toContain(
      'strconv.ParseInt: parsing "\\""',
    );
    expect(statusOf({ ...broken, spec: { ...broken.spec, selector: 1 } }).message).toContain(
      'cannot unmarshal number',
    );
  });
});

describe('admission', () => {
  test('texts quote names, and say Unknown where there is none', () => {
    expect(statusOf(pod({ runtimeClassName: 'a"b\\' }), 36, NO_CLASSES).message).toBe(
      'pods "p" is forbidden: pod rejected: RuntimeClass "a\\"b\\\\" not found',
    );
    expect(statusOf(pod({ priorityClassName: 'none' }, { name: undefined }), 36, NO_CLASSES).message).toBe(
      'pods "Unknown" is forbidden: no PriorityClass with name none was found',
    );
  });

  test('what is refused late has been warned of', () => {
    const { reason, warnings } = statusOf(pod({ overhead: { memory: '4m' } }), 36, NO_CLASSES);
    expect({ reason, warnings }).toEqual({
      reason: 'Forbidden',
      warnings: ['spec.overhead[memory]: fractional byte value "4m" is invalid, must be an integer'],
    });
  });

  test('a token needs a service account where none is filled in', () => {
    const spec = {
      volumes: [{ name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
    };
    expect(causesOf(pod(spec))).toEqual([]);
    expect(causesOf(pod(spec), 36, { serviceAccountAdmission: false })).toEqual([
      'spec.volumes[0].projected.sources[0].serviceAccountToken: Forbidden: must not be specified when serviceAccountName is not set',
    ]);
    expect(
      causesOf(pod({ ...spec, serviceAccountName: 'robot' }), 36, { serviceAccountAdmission: false }),
    ).toEqual([]);
  });

  test('claims and volumes get a finalizer of their own', () => {
    expect(causesOf(claim({}, { finalizers: ['orphan', 'foregroundDeletion'] }))).toEqual([
      'metadata.finalizers: Invalid value: ["orphan","foregroundDeletion","kubernetes.io/pvc-protection"]: finalizer orphan and foregroundDeletion cannot be both set',
    ]);
  });
});

describe('values as servers show them', () => {
  test.each([
    [
      36,
      volume({ capacity: { storage: '9223372036854775808' } }),
      'spec.capacity[storage]: Invalid value: -9223372036854775808: must be a valid resource quantity',
    ],
    [
      36,
      pod({ tolerations: [{ operator: '<' }] }),
      'spec.tolerations[0].operator: Invalid value: "\\u003c": operator must be Exists when `key` is empty, which means "match all values and all keys"',
    ],
    [
      33,
      volume({ capacity: { storage: '1Gi', cpu: '1.5' } }),
      expect.stringContaining(
        'scale:-1}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"", Format:"DecimalSI"}, "storage"',
      ),
    ],
    [
      33,
      volume({ capacity: { cpu: '1.5Gi' } }),
      expect.stringMatching(
        /value:0, scale:0\}, d:resource\.infDecAmount\{Dec:\(\*inf\.Dec\)\(0x[0-9a-f]+\)\}, s:"", Format:"BinarySI"/,
      ),
    ],
    [
      33,
      claim({
        dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
        dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' },
      }),
      expect.stringMatching(
        /^spec: Invalid value: field\.Path\{name:"dataSource", index:"", parent:\(\*field\.Path\)\(0x[0-9a-f]+\)\}: must match dataSourceRef$/,
      ),
    ],
  ])('1.%i: %j', (minor, manifest, cause) => {
    expect(causesOf(manifest, minor)).toContainEqual(cause);
  });

  test('a time zone that climbs', () => {
    const { spec } = workload('Job', {});
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'c' },
      spec: {
        schedule: '@daily',
        timeZone: 'a..b',
        jobTemplate: { spec: { template: { spec: { ...spec.template.spec, restartPolicy: 'Never' } } } },
      },
    };
    expect(causesOf(cronJob)).toEqual(['spec.timeZone: Invalid value: "a..b": time: invalid location name']);
  });
});

import { judge } from '../../../lib/validate/engine';
import { strategies } from '../../../lib/validate/kinds';
import { kindOf, type Kind } from '../../../lib/validate/schema/schema';

/** What is refused of the metadata of an object: `field: message`. */
function refused(name: string, metadata: object, minor?: number): string[] {
  const [apiVersion, kind] = name.split(' ');
  minor ??= Math.max(36, kindOf(apiVersion, kind)!.minors[0]);
  return judge({ apiVersion, kind, metadata }, { minor })
    .findings.filter(({ level }) => level === 'error')
    .map(({ path, message }) => `${path}: ${message}`)
    .filter((text) => text.startsWith('metadata.'));
}

const SUBDOMAINS = ['a.b', 'a/b'];
const LABELS = ['a', 'a.b'];
const SEGMENTS = ['A:b', 'a/b'];
const OPTIONAL = ['', 'A'];

/** A name that a server of 1.37 takes, and one that it refuses. */
test.each<[kind: string, names: string[]]>([
  ['apps/v1 StatefulSet', LABELS],
  ['certificates.k8s.io/v1 CertificateSigningRequest', ['A b', '']],
  ['certificates.k8s.io/v1 ClusterTrustBundle', ['a.b', 'a.b:c:d']],
  ['networking.k8s.io/v1 IPAddress', ['::1', '::01']],
  ['policy/v1 PodDisruptionBudget', ['A b', '..']],
  ['rbac.authorization.k8s.io/v1 ClusterRole', SEGMENTS],
  ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', SEGMENTS],
  ['rbac.authorization.k8s.io/v1 Role', SEGMENTS],
  ['rbac.authorization.k8s.io/v1 RoleBinding', SEGMENTS],
  ['resource.k8s.io/v1 DeviceClass', SUBDOMAINS],
  ['v1 Event', SEGMENTS],
  ['v1 LimitRange', OPTIONAL],
  ['v1 Namespace', LABELS],
  ['v1 ReplicationController', SUBDOMAINS],
  ['v1 Secret', SUBDOMAINS],
  ['v1 Service', ['1a', 'a.b']],
])('the name of a %s: %j', (kind, [taken, not]) => {
  const names = (name: string) =>
    refused(kind, name ? { name } : {}).filter((text) => text.startsWith('metadata.name'));
  expect(names(taken)).toEqual([]);
  expect(names(not)).not.toEqual([]);
});

test('of kinds that look at names only, a generateName may be two dots if there is a name', () => {
  const generated = { name: 'a', generateName: '..' };
  expect(refused('resource.k8s.io/v1 DeviceClass', generated)).toEqual([]);
  expect(refused('resource.k8s.io/v1 DeviceClass', { name: 'a', generateName: 'a/' })).toEqual([
    `metadata.generateName: Invalid value: "a/": may not contain '/'`,
  ]);
  expect(refused('rbac.authorization.k8s.io/v1 Role', generated)).toEqual([
    `metadata.generateName: Invalid value: "..": may not be '..'`,
  ]);
});

test('a Namespace is judged with the label that a server gives it', () => {
  expect(refused('v1 Namespace', { name: '-bad-' }).map((text) => text.slice(0, text.indexOf(' ')))).toEqual([
    'metadata.name:',
    'metadata.labels:',
  ]);
});

/** Kinds that a server keeps: of the others it judges no metadata. */
const all = strategies()
  .filter(({ review }) => !review)
  .map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);

/** Kinds whose metadata.generation is the server's, from the minor on. */
const OWN_GENERATION: { readonly [kind: string]: number } = {
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy': 30,
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding': 30,
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': 30,
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': 30,
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding': 30,
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': 30,
  'apiextensions.k8s.io/v1 CustomResourceDefinition': 30,
  'apps/v1 DaemonSet': 30,
  'apps/v1 Deployment': 30,
  'apps/v1 ReplicaSet': 30,
  'autoscaling/v1 HorizontalPodAutoscaler': 37,
  'autoscaling/v2 HorizontalPodAutoscaler': 37,
  'apps/v1 StatefulSet': 30,
  'batch/v1 CronJob': 30,
  'batch/v1 Job': 30,
  'discovery.k8s.io/v1 EndpointSlice': 30,
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema': 30,
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': 30,
  'networking.k8s.io/v1 Ingress': 30,
  'networking.k8s.io/v1 IngressClass': 30,
  'networking.k8s.io/v1 NetworkPolicy': 30,
  'policy/v1 PodDisruptionBudget': 30,
  'resource.k8s.io/v1 DeviceClass': 30,
  'resource.k8s.io/v1 DeviceTaintRule': 30,
  'resource.k8s.io/v1 ResourceSlice': 30,
  'scheduling.k8s.io/v1 PriorityClass': 30,
  // Nothing of it is judged.
  'v1 Binding': 30,
  'v1 Pod': 33,
  'v1 PodTemplate': 30,
  'v1 ReplicationController': 30,
};

test.each(all)('a negative generation of %s', (kind) => {
  const { minors } = kindOf(...(kind.split(' ') as [string, string])) as Kind;
  const ignoring = [30, 32, 33, 36, 37].filter(
    (minor) =>
      minors[0] <= minor &&
      !refused(kind, { name: 'a', generation: -1 }, minor).some((text) =>
        text.startsWith('metadata.generation'),
      ),
  );
  expect(ignoring).toEqual(
    [30, 32, 33, 36, 37].filter((minor) => minors[0] <= minor && minor >= (OWN_GENERATION[kind] ?? Infinity)),
  );
});

/** Kinds that take a finalizer without a domain. */
const ANY_FINALIZER = new Set([
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/v1 CustomResourceDefinition',
  'apiregistration.k8s.io/v1 APIService',
  'coordination.k8s.io/v1 Lease',
  'node.k8s.io/v1 RuntimeClass',
  // Nothing of its metadata is judged but the name.
  'v1 Binding',
  // Their metadata is judged last, as that of every kind.
  'policy/v1 PodDisruptionBudget',
  'v1 Event',
]);

test.each(all)('a finalizer of %s without a domain', (kind) => {
  const found = refused(kind, { name: kind.endsWith('IPAddress') ? '::1' : 'a', finalizers: ['cleanup'] });
  const ofFinalizers = found.filter((text) => text.startsWith('metadata.finalizers'));
  expect(ofFinalizers.length).toBe(ANY_FINALIZER.has(kind) ? 0 : 1);
});

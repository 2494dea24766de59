import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

/** The three kinds that ask for access, each as a server takes it. */
const REVIEWS = [
  { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { user: 'jane' } },
  { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: {} },
  { apiVersion: 'authorization.k8s.io/v1', kind: 'LocalSubjectAccessReview', spec: { user: 'jane' } },
];
const metadata = { name: 'a/b', generateName: 'A', labels: { 'two words': 'x' }, finalizers: ['cleanup'] };

const findings = (manifest: object, minor = 36) => judge(manifest, { minor }).findings;
const status = (manifest: object, minor = 36) => serverStatus(judge(manifest, { minor }));

describe.each(REVIEWS)('$kind', (review) => {
  const asking = (attributes: object) => ({
    ...review,
    spec: { ...review.spec, resourceAttributes: { namespace: 'default', ...attributes } },
  });

  test('selectors exist since 1.31, and count since 1.32', () => {
    const manifest = asking({ fieldSelector: {}, labelSelector: {} });
    const dropped = findings(manifest, 31).map(({ path, message }) => `${path}: ${message}`);
    const text = 'field is dropped: feature gate AuthorizeWithSelectors is off by default in 1.31';
    expect(dropped).toEqual([
      `spec.resourceAttributes.fieldSelector: ${text}`,
      `spec.resourceAttributes.labelSelector: ${text}`,
    ]);
    expect(status(manifest, 30).reason).toBe('BadRequest');
    expect(status(manifest, 31).ok).toBe(true);
    expect(status(manifest, 32).causes.map(({ field }) => field)).toEqual([
      'spec.resourceAttributes.fieldSelector.requirements',
      'spec.resourceAttributes.labelSelector.requirements',
    ]);
  });

  test('a refusal names neither kind nor object, and metadata is refused as a whole', () => {
    const { message, causes } = status({ ...asking({}), metadata });
    expect(message).toMatch(
      /^\.authorization\.k8s\.io "" is invalid: metadata: Invalid value: \{"name":"a\/b"/,
    );
    expect(causes).toHaveLength(1);
  });

  test('empty labels are no metadata', () => {
    expect(status({ ...asking({}), metadata: { labels: {}, annotations: null, name: '' } }).ok).toBe(true);
  });
});

test('metadata as servers before 1.34 show it', () => {
  const review = {
    ...REVIEWS[1],
    metadata: { name: 'x', labels: { a: 'b' } },
    spec: { nonResourceAttributes: {} },
  };
  expect(status(review, 33).causes.map(({ message }) => message)).toEqual([
    'Invalid value: v1.ObjectMeta{Name:"x", GenerateName:"", Namespace:"", SelfLink:"", UID:"", ResourceVersion:"", Generation:0, CreationTimestamp:time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC), DeletionTimestamp:<nil>, DeletionGracePeriodSeconds:(*int64)(nil), Labels:map[string]string{"a":"b"}, Annotations:map[string]string(nil), OwnerReferences:[]v1.OwnerReference(nil), Finalizers:[]string(nil), ManagedFields:[]v1.ManagedFieldsEntry(nil)}: must be empty',
  ]);
});

test('neither resource nor URL', () => {
  const message = (minor: number) => status(REVIEWS[1], minor).message;
  const text = 'exactly one of nonResourceAttributes or resourceAttributes must be specified';
  const start = '.authorization.k8s.io "" is invalid: spec.resourceAttributes: Invalid value:';
  expect(message(33)).toBe(`${start} "null": ${text}`);
  expect(message(36)).toBe(`${start} null: ${text}`);
});

/** What a real 1.36.3 answers: these kinds have no causes. */
test.each([
  [
    { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: {} },
    'token is required for TokenReview in authentication',
  ],
  [{ apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview' }, 'no namespace on request'],
])('%j', (review, message) => {
  expect(status(review)).toMatchObject({ code: 400, reason: 'BadRequest', message, causes: [] });
});

test('metadata of other reviews is not looked at', () => {
  for (const review of [
    { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
    { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token: 'x' } },
    { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace: 'a/b' } },
  ]) {
    expect(findings({ ...review, metadata })).toEqual([]);
  }
});

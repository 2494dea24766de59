import { judge } from '../../../lib/validate/engine';
import type { EmbeddedPod, PodType } from '../../../lib/validate/embedded-pods/embedded-pod';
import { EMBEDDED_PODS } from '../../../lib/validate/embedded-pods/known';
import { groupOf, mayBeCustom } from '../../../lib/validate/unknown-kinds/own-groups';

type Content = { readonly [field: string]: unknown };

const container = (more: Content = {}): Content => ({ name: 'web', image: 'nginx:1.27', ...more });

function valueOf(type: PodType, given: Content): unknown {
  const spec = { containers: [given] };
  switch (type) {
    case 'Container':
      return given;
    case 'PodSpec':
      return spec;
    case 'JobSpec':
      return { template: { spec: { ...spec, restartPolicy: 'Never' } } };
    case 'JobTemplateSpec':
      return { spec: { template: { spec: { ...spec, restartPolicy: 'Never' } } } };
    default:
      return { metadata: { labels: { app: 'web' } }, spec };
  }
}

/** The way to the container from what is at a path. */
const BELOW: { readonly [type in PodType]: string } = {
  Pod: '.spec.containers[0]',
  PodTemplateSpec: '.spec.containers[0]',
  PodSpec: '.containers[0]',
  Container: '',
  JobSpec: '.template.spec.containers[0]',
  JobTemplateSpec: '.spec.template.spec.containers[0]',
};

function manifestOf(kind: string, path: string, value: unknown): object {
  const [apiVersion, name] = kind.split(' ');
  const parts = path.replaceAll('[*]', '.*').split('.');
  const content = parts.reduceRight<unknown>(
    (inner, part) => (part === '*' ? [inner] : { [part]: inner }),
    value,
  );
  return { apiVersion, kind: name, metadata: { name: 'a' }, ...(content as object) };
}

const findings = (manifest: object) =>
  judge(manifest, { minor: 37, customResources: [{ group: '', below: true }] })
    .findings.filter(({ level }) => level === 'error')
    .map(({ rule, path }) => `${rule} ${path.toString()}`);

const CASES = EMBEDDED_PODS.flatMap((pod) =>
  pod.kinds.flatMap((kind) => pod.at.map((path): [string, string, EmbeddedPod] => [kind, path, pod])),
);

test.each(CASES)('%s %s: a Pod without a mistake', (kind, path, { type }) => {
  expect(findings(manifestOf(kind, path, valueOf(type, container())))).toEqual([]);
});

test.each(CASES)('%s %s: a misspelled field', (kind, path, { type }) => {
  const value = valueOf(type, container({ imagePullpolicy: 'Always' }));
  const place = path.replaceAll('[*]', '[0]') + BELOW[type];
  expect(findings(manifestOf(kind, path, value))).toEqual([`unknown-field ${place}.imagePullpolicy`]);
});

test.each(CASES)('%s %s: a value that is not known', (kind, path, { type }) => {
  const value = valueOf(type, container({ imagePullPolicy: 'Sometimes' }));
  const place = path.replaceAll('[*]', '[0]') + BELOW[type];
  expect(findings(manifestOf(kind, path, value))).toEqual([`container-image ${place}.imagePullPolicy`]);
});

test.each(CASES)('%s %s: a port out of range, unless the controller completes the Pod', (kind, path, pod) => {
  const value = valueOf(pod.type, container({ ports: [{ containerPort: 99999 }] }));
  const place = path.replaceAll('[*]', '[0]') + BELOW[pod.type];
  const expected = pod.merged ? [] : [`container-ports ${place}.ports[0].containerPort`];
  expect(findings(manifestOf(kind, path, value))).toEqual(expected);
});

test.each(CASES)('%s %s: what is not there, or of another type', (kind, path, { type }) => {
  expect(findings(manifestOf(kind, path, null))).toEqual([]);
  expect(findings(manifestOf(kind, path, 'text'))).toHaveLength(1);
  expect(type).toBeDefined();
});

test('each place is named once, and every row has a source and a kind that can be a custom resource', () => {
  const places = CASES.map(([kind, path]) => `${kind} ${path}`);
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  for (const { source, kinds } of EMBEDDED_PODS) {
    expect(source).toMatch(/\.(go|java)/);
    for (const kind of kinds) expect(mayBeCustom(groupOf(kind.split(' ')[0]))).toBe(true);
  }
});

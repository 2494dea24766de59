import { ManifestValidator } from '../../lib';

/* Characters that look like others or like nothing are named wherever an error is about the text. */

const NBSP = '\u00a0';
const validator = new ManifestValidator({ rules: { resources: 'off' } });
const pod = (name: string, container = 'name: a, image: "nginx:1.27"', labels = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: "${name}"${labels}}\nspec: {containers: [{${container}}]}\n`;
const found = (text: string) =>
  validator.validateYaml(text).map(({ rule, path, suggestion }) => `${rule} ${path}: ${suggestion}`);

test.each([
  ['a name', pod('a\u200b'), 'metadata metadata.name: remove U+200B (zero-width space)'],
  [
    'a name in quotation marks',
    pod('\u201cweb\u201d'),
    'metadata metadata.name: replace U+201C (left double quotation mark) with ", replace U+201D (right double quotation mark) with "',
  ],
  [
    'a name that stays wrong without them',
    pod('A\u3000b'),
    'metadata metadata.name: replace U+3000 (ideographic space) with a space',
  ],
  [
    'the name of a container',
    pod('a', `name: "a${NBSP}", image: "nginx:1.27"`),
    'container-name spec.containers[0].name: replace U+00A0 (no-break space) with a space',
  ],
  [
    'a value among others',
    pod('a', 'name: a, image: "nginx:1.27", imagePullPolicy: "Always\u200b"').replace('kind', 'kind'),
    'container-image spec.containers[0].imagePullPolicy: remove U+200B (zero-width space)',
  ],
  [
    'an amount',
    pod('a', 'name: a, image: "nginx:1.27", resources: {limits: {memory: "1\u200bGi"}}'),
    'field-value spec.containers[0].resources.limits[memory]: remove U+200B (zero-width space)',
  ],
])('%s', (_, text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test('each finding names its own, even in one line', () => {
  expect(found(pod('a\u200b', `name: "a${NBSP}", image: "nginx:1.27"`, ', labels: {x: "y\u00ad"}'))).toEqual([
    'metadata metadata.name: remove U+200B (zero-width space)',
    'metadata metadata.labels: remove U+00AD (soft hyphen)',
    'container-name spec.containers[0].name: replace U+00A0 (no-break space) with a space',
  ]);
});

test('they are named in objects, too', () => {
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a\u200b' } };
  expect(validator.validate(manifest)).toMatchObject([{ suggestion: 'remove U+200B (zero-width space)' }]);
});

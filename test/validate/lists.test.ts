import { ManifestValidator } from '../../lib';

const findings = (text: string) =>
  new ManifestValidator()
    .validateYaml(text)
    .filter(({ level }) => level === 'error')
    .map(({ rule, message, resource, position }) => [rule, message, resource.kind, position!.line]);

test('items of a typed list have the kind of the list', () => {
  const text = 'apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n- metadata: {name: A}\n';
  expect(findings(text).map(([, , kind, line]) => [kind, line])).toEqual([['ConfigMap', 5]]);
});

test('items of a plain list need one of their own', () => {
  expect(findings('apiVersion: v1\nkind: List\nitems:\n- metadata: {name: a}\n')).toHaveLength(1);
});

test('a kind in small letters is sent, and the server refuses it', () => {
  const text = 'apiVersion: v1\nkind: configmap\nmetadata: {name: a}\n';
  expect(findings(text)).toEqual([
    [
      'unknown-kind',
      'no kind "configmap" is registered for version "v1" in scheme "pkg/api/legacyscheme/scheme.go:30"',
      'configmap',
      2,
    ],
  ]);
});

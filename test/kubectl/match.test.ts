import { BadPattern, matcher } from '../../lib/go/filepath-match';
import { printed } from '../support/kubectl';

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'ac', true],
  ['a*c', 'abd', false],
  ['*', 'a/b', false],
  ['a?c', 'abc', true],
  ['?', '🦄', true],
  ['a[b-d]e', 'ace', true],
  ['a[^b-d]e', 'ace', false],
  ['a[^b-d]e', 'axe', true],
  ['[a\\-z]', '-', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['a*b*c', 'axbxbxc', true],
  ['*.yaml', 'a.yaml', true],
  ['*a*a*a*', 'aa', false],
  ['', '', true],
  ['[]]', ']', undefined],
  ['[\\]]', ']', true],
] as const)('%s and %s', (pattern, name, expected) => {
  if (expected === undefined) expect(() => matcher(pattern)).toThrow(BadPattern);
  else expect(matcher(pattern)(name)).toBe(expected);
});

test('many stars take no time', () => {
  expect(matcher(`${'a*'.repeat(2_000)}b`)('a'.repeat(20_000))).toBe(false);
});

/* As kubectl 1.32 answers. */
test.each(['x[', 'a\\', '[]a]', '[a-', '[-a]x.yaml', 'sub[/a.yaml', '[', '[^', '[a', 'a[\\'])(
  'kubectl refuses the pattern %s',
  (pattern) => {
    expect(printed(['create', '-f', pattern, '--dry-run=client']).stderr).toBe(
      `error: pattern ${JSON.stringify(pattern)} is not valid: syntax error in pattern\n`,
    );
  },
);

test.each(['a[x-z].yaml', 'a[^y].yaml', '\\ax.yaml', 'a*', '??.yaml'])(
  'kubectl reads what the pattern %s matches',
  (pattern) => {
    const file = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
    expect(
      printed(['create', '-f', pattern, '--dry-run=client', '-o', 'name'], { 'ax.yaml': file }),
    ).toMatchObject({ stdout: 'configmap/a\n' });
  },
);

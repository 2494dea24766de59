import fc from 'fast-check';
import { withoutItems, mergedScalars } from '../../lib/kubectl/patch/list-merge';
import { toKyaml } from '../../lib/kubectl/print/kyaml';
import { printed } from '../support/kubectl';

/** deduplicateScalars of strategicpatch as it is written there, which takes the square of the time. */
function deduplicated(live: readonly unknown[], change: readonly unknown[]): unknown[] {
  const all = [...live, ...change];
  for (let at = 0; at < all.length - 1; at++) {
    for (let later = at + 1; later < all.length; later++) {
      if (all[at] !== all[later]) continue;
      all[later] = all.at(-1);
      all.pop();
      later--;
    }
  }
  return all;
}

const scalars = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 1, 2, true, null), { maxLength: 12 });

test('lists of scalars are merged as strategicpatch does it', () => {
  fc.assert(
    fc.property(scalars, scalars, (live, change) =>
      expect(mergedScalars(live, change)).toEqual(deduplicated(live, change)),
    ),
    { numRuns: 3000 },
  );
});

test('what a patch deletes is gone', () => {
  fc.assert(
    fc.property(scalars, scalars, (live, removed) =>
      expect(withoutItems(live, removed)).toEqual(live.filter((item) => !removed.includes(item))),
    ),
  );
});

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a}, {name: b}, {name: b, image: x}]}\n';
const patched = (patch: object) => {
  const { stdout, stderr } = printed(
    ['patch', '-f', 'a', '--local', '-o=jsonpath={.spec.containers}', '-p', JSON.stringify(patch)],
    { a: POD },
  );
  return stdout || stderr;
};

test('items of a map list are merged into the first of their name, and each deletion takes all', () => {
  expect(
    patched({ spec: { containers: [{ name: 'b', image: 'y' }, { name: 'c' }, { name: 'c', image: 'z' }] } }),
  ).toBe('[{"name":"a"},{"image":"y","name":"b"},{"image":"x","name":"b"},{"image":"z","name":"c"}]');
  expect(
    patched({
      spec: {
        containers: [
          { name: 'b', $patch: 'delete' },
          { name: 'c', $patch: 'delete' },
        ],
      },
    }),
  ).toBe('[{"name":"a"}]');
});

test('a JSON patch that copies its copies ends at the limit of a server', () => {
  const copies = Array.from({ length: 60 }, (_, index) => ({
    op: 'copy',
    from: '/data',
    path: `/data/k${index}`,
  }));
  const { code, stderr } = printed(
    ['patch', '-f', 'a', '--local', '--type=json', '-p', JSON.stringify(copies)],
    { a: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n' },
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /Unable to complete the copy, the accumulated size increase of copy is \d+, exceeding the limit 3145728/,
  );
});

test('a text of several lines is folded in KYAML', () => {
  expect(toKyaml({ a: 'x\n y\n\n"z"', b: '\n', c: 'x\n' })).toBe(
    [
      '---',
      '{',
      '  a: "\\',
      '     x\\n\\',
      '    \\ y\\n\\',
      '     \\n\\',
      '     \\"z\\"\\',
      '    ",',
      '  b: "\\',
      '     \\n\\',
      '    ",',
      '  c: "\\',
      '     x\\n\\',
      '    ",',
      '}',
      '',
    ].join('\n'),
  );
});

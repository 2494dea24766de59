import * as fc from 'fast-check';
import { linearStars } from '../../lib/text/linear-stars';
import { trimEnd, trim } from '../../lib/text/trim';
import { ignoreMatcher } from '../../lib/cli/inputs/ignore';
import { isEnvChange } from '../../lib/kubectl/commands/set-env/change';
import { parseDuration } from '../../lib/go/duration';
import { withFoldedBreaks } from '../../lib/kubectl/print/yaml-scalar';
import { namesProxy } from '../../lib/validate/lint/proxy-name';
import { trimSpace } from '../../lib/go/space';

/** Texts of a few characters, among which what an expression looks for is met often. */
const textOf = (...parts: string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((all) => all.join(''));

/**
 * The expressions as they were first written, which take long for some texts, and what stands in their place.
 */
const REPLACED: readonly (readonly [
  name: string,
  texts: fc.Arbitrary<string>,
  before: (text: string) => unknown,
  now: (text: string) => unknown,
])[] = [
  ['end', textOf('/', 'a', '.'), (text) => text.replace(/\/+$/, ''), (text) => trimEnd(text, '/')],
  [
    'both ends',
    textOf('.', '-', 'a'),
    (text) => text.replace(/^[.-]+|[.-]+$/g, ''),
    (text) => trim(text, '.-'),
  ],
  [
    'a change of a variable',
    textOf('=', 'a', '\n', '-'),
    (text) => /^.+=.*$/ms.test(text) || text.endsWith('-'),
    isEnvChange,
  ],
  [
    'a proxy',
    textOf('proxy', '_', '-', '/', 'a', '1', ':', '.', 'envoy', 'PROXY'),
    (text) => /(^|[-_/])(\w*proxy|ambassador|pgbouncer|envoy|mcrouter|tunnel)($|[-_:0-9])/i.test(text),
    namesProxy,
  ],
  [
    'U+0085',
    textOf(' ', '\x85', 'a'),
    (text) =>
      text.replace(/ *\x85[ \x85]*/g, (space) => {
        const lines = space.replaceAll(' ', '').length;
        return lines === 1 ? ' ' : '\n'.repeat(lines - 1);
      }),
    withFoldedBreaks,
  ],
  [
    'space',
    textOf(' ', '\u0085', '\ufeff', '\n', 'a'),
    (text) => text.replace(/^(?:(?!\ufeff)\s|\u0085)+|(?:(?!\ufeff)\s|\u0085)+$/g, ''),
    trimSpace,
  ],
  [
    'a quantity',
    textOf('1', '.', 'e', '-', 'Ki', '+', '!'),
    (text) => /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/.exec(text)?.slice(),
    (text) => /^([+-]?)(\d*)(?:\.(\d*))?((?:[eEinumkKMGTP]+[-+]?\d*|[-+]\d*)?)$/.exec(text)?.slice(),
  ],
  [
    'an integer',
    textOf('0', 'x', '_', '1', 'f', 'b', '-', 'o'),
    (text) =>
      /^([-+]?)(?:0[xX](_?[\da-fA-F]+)+|0[bB](_?[01]+)+|0[oO]?(_?[0-7]+)+|0|[1-9](_?\d+)*)$/.test(text),
    (text) =>
      /^[-+]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?\d)*)$/.test(text),
  ],
  [
    'a verb',
    textOf('%', '0', '1', '-', '.', 's'),
    (text) => [...text.matchAll(/%([-+# 0]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g)].map((match) => match.slice()),
    (text) =>
      [...text.matchAll(/%([-+# 0]*)([1-9]\d*)?(?:\.(\d+))?([a-zA-Z%])/g)].map((match) => match.slice()),
  ],
  [
    'a key',
    textOf('"', 'a', ' ', ':', '#', '\t'),
    (text) => /^(?:"[^"]*"|'[^']*'|[^\s"'[{#][^#]*?)\s*:(?:\s|$)/.test(text),
    (text) => /^(?:"[^"]*"\s*|'[^']*'\s*|[^\s"'[{#][^#]*?):(?:\s|$)/.test(text),
  ],
];

test.each(REPLACED)('%s is found as before', (_name, texts, before, now) => {
  fc.assert(
    fc.property(texts, (text) => expect(now(text)).toEqual(before(text))),
    { numRuns: 3000 },
  );
});

test('names match patterns with quick stars as with others', () => {
  const pattern = textOf('*', 'a', 'b', '?', '[ab]', '.');
  fc.assert(
    fc.property(pattern, textOf('a', 'b', '.', 'c'), (text, name) => {
      const source = `^${text.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}$`;
      expect(new RegExp(linearStars(source).source).test(name)).toBe(new RegExp(source).test(name));
    }),
    { numRuns: 5000 },
  );
});

test('files are ignored as the package does it', () => {
  const ignore = jest.requireActual<typeof import('ignore')>('ignore');
  const pattern = textOf('*', 'a', 'b', '/', '**/', '/**/', '?', '!', '.', '[ab]').filter(
    (text) => text.trim() !== '',
  );
  const path = fc
    .array(
      textOf('a', 'b', '.').filter((name) => /[ab]/.test(name)),
      { minLength: 1, maxLength: 3 },
    )
    .map((names) => names.join('/'));
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), path, (patterns, file) => {
      expect(ignoreMatcher([{ folder: '/w', patterns }], '/w')(file)).toBe(
        ignore().add(patterns).ignores(file),
      );
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['?*'.repeat(20) + 'b', 'a'.repeat(200)],
  ['**/a/'.repeat(20) + 'b', 'a/'.repeat(200) + 'c'],
  ['**/?*?*/*a*'.repeat(20) + 'b', 'aaa/'.repeat(100) + 'c'],
])('%s is looked for once', (pattern, file) => {
  const start = Date.now();
  expect(ignoreMatcher([{ folder: '/w', patterns: [pattern] }], '/w')(file)).toBe(false);
  expect(Date.now() - start).toBeLessThan(5_000);
});

test('a duration is read as before', () => {
  const parts = fc.array(
    fc.tuple(fc.constantFrom('1', '1.5', '.5', '2.'), fc.constantFrom('h', 'm', 's', 'ms')),
    { minLength: 1, maxLength: 5 },
  );
  const nanoseconds: { readonly [unit: string]: number } = { h: 3600e9, m: 60e9, s: 1e9, ms: 1e6 };
  fc.assert(
    fc.property(parts, fc.constantFrom('', '-', '+'), (all, sign) => {
      const sum = all.reduce((total, [amount, unit]) => total + Number(amount) * nanoseconds[unit], 0);
      expect(parseDuration(sign + all.flat().join(''))).toBe(sum * (sign === '-' ? -1 : 1));
    }),
  );
});

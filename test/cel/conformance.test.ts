import { conformance } from '../../tools/cel/conformance';

/**
 * What fails does so on a server as well: it formats texts in its own way (string_ext), accepts keys that
 * repeat (fields), and finds nothing where a value in an optional has no fields (optionals).
 */
const FAILURES: { readonly [section: string]: number } = { fields: 1, optionals: 2, string_ext: 19 };

test('the test cases of the specification pass', () => {
  const figures = conformance();
  for (const { section, passed, total } of figures) {
    expect([section, total - passed]).toEqual([section, FAILURES[section] ?? 0]);
  }
  expect(figures.reduce((total, { passed }) => total + passed, 0)).toBeGreaterThanOrEqual(1221);
});

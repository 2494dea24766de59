import { resolvePlain, resolveTagged } from '../../lib/manifest/scalars';

/**
 * As kubectl 1.32 reads them: recorded in ../shared/parity/raw (env-*, mode-*, port-*, scalar-*, quantity-*).
 */
test.each<[string, unknown]>([
  ['', null],
  ['~', null],
  ['null', null],
  ['NULL', null],
  ['nUll', 'nUll'],
  ['y', true],
  ['Yes', true],
  ['on', true],
  ['true', true],
  ['tRue', 'tRue'],
  ['n', false],
  ['No', false],
  ['OFF', false],
  ['0', 0],
  ['80', 80],
  ['-1', -1],
  ['+1', 1],
  ['1_000', 1000],
  ['0644', 420],
  ['00644', 420],
  ['0o644', 420],
  ['-0644', -420],
  ['0x1A4', 420],
  ['0b101', 5],
  ['0888', 888],
  ['08', 8],
  ['007', 7],
  ['9007199254740993', 9007199254740993n],
  ['18446744073709551615', 18446744073709551615n],
  ['18446744073709551616', 18446744073709552000],
  ['123456789012345678901234567890', 1.2345678901234568e29],
  ['80.0', 80],
  ['8e1', 80],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['1.', 1],
  ['1e400', '1e400'],
  ['1e-3', 0.001],
  ['12e03', 12000],
  ['1:30', '1:30'],
  ['2001-01-01', '2001-01-01'],
  ['-', '-'],
  ['- a', '- a'],
  ['.', '.'],
  ['1.2.3', '1.2.3'],
  ['0x', '0x'],
  ['1 2', '1 2'],
  ['<<', '<<'],
])('%j is %p', (text, value) => {
  expect(resolvePlain(text)).toEqual(value);
});

test.each([
  ['.inf', Infinity],
  ['-.Inf', -Infinity],
  ['.NaN', NaN],
])('%s is no JSON value and known as such', (text, value) => {
  expect(resolvePlain(text)).toBe(value);
});

test.each<[string, string, unknown]>([
  ['!!str', '5', '5'],
  ['!!int', '5', 5],
  ['!!int', 'a', undefined],
  ['!!float', '5', 5],
  ['!!bool', 'yes', true],
  ['!!bool', 'x', undefined],
  ['!!null', '', null],
  ['!!binary', 'aGVsbG8=', 'hello'],
  ['!custom', '5', '5'],
  ['!', '5', '5'],
  ['tag:yaml.org,2002:str', 'yes', 'yes'],
  ['!!int', '0x1', 1],
  ['!!int', '1e3', undefined],
  ['!!binary', '010', undefined],
  ['!!timestamp', '2001-01-01', '2001-01-01'],
  ['!!timestamp', 'x', undefined],
])('%s %j is %p', (tag, text, value) => {
  expect(resolveTagged(tag, text)).toEqual(value);
});

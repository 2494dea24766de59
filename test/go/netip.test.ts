import { addrError, prefixError } from '../../lib/go/netip';

/** What Go 1.26 says of an address. */
test.each<[text: string, problem: string | undefined]>([
  ['1.2.3.4', undefined],
  ['fe80::1%eth0', undefined],
  ['::', undefined],
  ['::1.2.3.4', undefined],
  ['web', 'unable to parse IP'],
  ['%eth0', 'missing IPv6 address'],
  ['1.2.03.4', 'IPv4 field has octet with leading zero'],
  ['1.2.300.4', 'IPv4 field has value >255'],
  ['1.2..4', 'IPv4 field must have at least one digit (at ".4")'],
  ['1.2.3.', 'IPv4 field must have at least one digit (at ".")'],
  ['1.2.3.4.5', 'IPv4 address too long'],
  ['1.2.3', 'IPv4 address too short'],
  ['1.2.3.x', 'unexpected character (at "x")'],
  ['fe80::1%', 'zone must be a non-empty string'],
  ['::12345', 'each group must have 4 or less digits (at "12345")'],
  ['1:2:3:4:5:6:7:8:9', 'trailing garbage after address (at "9")'],
  ['1:2', 'address string too short'],
  ['1::2:3:4:5:6:7:8', 'the :: must expand to at least one field of zeros'],
  ['1:1.2.3.4', 'embedded IPv4 address must replace the final 2 fields of the address (at "1.2.3.4")'],
  [
    '1::2:3:4:5:6:7:1.2.3.4',
    'too many hex fields to fit an embedded IPv4 at the end of the address (at "1.2.3.4")',
  ],
  ['::1x', 'unexpected character, want colon (at "x")'],
  ['1:', 'colon must be followed by more characters (at ":")'],
  ['1::2::3', 'multiple :: in address (at ":3")'],
  [':1', 'each colon-separated field must have at least one digit (at ":1")'],
])('%s: %s', (text, problem) => {
  expect(addrError(text)).toBe(problem && `ParseAddr(${JSON.stringify(text)}): ${problem}`);
});

test('a prefix', () => {
  expect(prefixError('10.0.0.0/8')).toBeUndefined();
  expect(prefixError('10.0.0.0/08')).toBe('netip.ParsePrefix("10.0.0.0/08"): bad bits after slash: "08"');
  expect(prefixError(' 10.0.0.0/8')).toBe(
    'netip.ParsePrefix(" 10.0.0.0/8"): ParseAddr(" 10.0.0.0"): unexpected character (at " 10.0.0.0")',
  );
});

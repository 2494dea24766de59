import { parseRequestUrl, parseUrl } from '../../lib/go/url';

const problemOf = (text: string, strictColons = true) => {
  const url = parseUrl(text, strictColons);
  return typeof url === 'string' ? url.replace(`parse ${JSON.stringify(text)}: `, '') : undefined;
};

test.each([
  ['https://[a]/', 'invalid host: ParseAddr("a"): unable to parse IP'],
  ['https://[1.2.3.4]', 'invalid IP-literal'],
  ['https://x[::1]', 'invalid IP-literal'],
  ['https://[::1', "missing ']' in host"],
  ['https://[::1]]', 'invalid host: ParseAddr("::1]"): unexpected character, want colon (at "]")'],
  ['https://[::1%25]', 'invalid host: ParseAddr("::1%"): zone must be a non-empty string'],
  ['https://[fe80::1%en0]', 'invalid URL escape "%en"'],
  ['https://[::1%25%41]', undefined],
  ['https://[::1%25%20]:80/', undefined],
  ['https://[::1%25%2f]', 'invalid URL escape "%2f"'],
  ['https://[::1]x', 'invalid port "x" after host'],
  ['https://a%41', 'invalid URL escape "%41"'],
  ['https://a%e4', undefined],
  ['https://a^%41', 'invalid character "^" in host name'],
  ['https://a#%4', 'invalid URL escape "%4"'],
])('%s: %s', (text, problem) => {
  expect(problemOf(text)).toBe(problem);
});

test('since Go 1.26, a host of https has one colon', () => {
  expect(problemOf('https://a:80:80')).toBe('invalid port ":80:80" after host');
  expect(problemOf('https://a:80:80', false)).toBeUndefined();
  expect(problemOf('ldap://a:80:80')).toBeUndefined();
  expect(parseRequestUrl('https://::1', true)).toContain('invalid port "::1" after host');
});

test('a fragment is shown without escapes, and a user with those that it needs', () => {
  expect(parseUrl('https://a/b#c%41%20%e4%b8%96', true)).toMatchObject({ fragment: 'cA 世' });
  const userOf = (user: string) => (parseUrl(`https://${user}@a`, true) as { readonly user?: string }).user;
  expect(['x:y', 'x%41:p%3Aq:r', "x!'()*", 'a$&+,;=', '%40', ':', ''].map(userOf)).toEqual([
    'x:y',
    'xA:p%3Aq%3Ar',
    'x%21%27%28%29%2A',
    'a$&+,;=',
    '%40',
    ':',
    '',
  ]);
});

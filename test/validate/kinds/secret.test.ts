import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const secret = (rest: object) =>
  serverStatus(judge({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, ...rest }, { minor: 36 }));
const causes = (rest: object) => secret(rest).causes.map(({ field, message }) => `${field}: ${message}`);

const KIB = 'x'.repeat(1024);
const TOO_LONG = 'data: Too long: may not be more than 1048576 bytes';

test('the size is that of all values after decoding', () => {
  const base64 = Buffer.from(KIB.repeat(512)).toString('base64');
  expect(causes({ data: { a: base64, b: base64 } })).toEqual([]);
  expect(causes({ data: { a: base64, b: base64 }, stringData: { c: 'x' } })).toEqual([TOO_LONG]);
  expect(causes({ data: { a: base64, b: base64 }, stringData: { a: 'x' } })).toEqual([]);
});

test.each([
  ['', 'unexpected end of JSON input'],
  ['{"a":1}x', "invalid character 'x' after top-level value"],
  ['0.0.0', "invalid character '.' after top-level value"],
  ['1e5e', "invalid character 'e' after top-level value"],
  ['1.', 'unexpected end of JSON input'],
  ['"a"', 'json: cannot unmarshal string into Go value of type map[string]interface {}'],
  ['1', 'json: cannot unmarshal number into Go value of type map[string]interface {}'],
  ['true', 'json: cannot unmarshal bool into Go value of type map[string]interface {}'],
])('a Docker configuration %j', (text, problem) => {
  const expected = `data[.dockercfg]: Invalid value: "<secret contents redacted>": ${problem}`;
  expect(causes({ type: 'kubernetes.io/dockercfg', stringData: { '.dockercfg': text } })).toEqual([expected]);
});

test('an empty Docker configuration need not be an object', () => {
  expect(causes({ type: 'kubernetes.io/dockercfg', stringData: { '.dockercfg': 'null' } })).toEqual([]);
});

test('one key of basic-auth is enough, and it may be empty', () => {
  expect(causes({ type: 'kubernetes.io/basic-auth', data: { password: '' } })).toEqual([]);
});

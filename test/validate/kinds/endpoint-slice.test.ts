import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const causesOf = (slice: object, minor: number) =>
  serverStatus(
    judge(
      { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name: 'a' }, ...slice },
      { minor },
    ),
  ).causes.map(({ field, message }) => `${field}: ${message}`);

test('addresses of IPv4, as each minor judges them', () => {
  const slice = { addressType: 'IPv4', endpoints: [{ addresses: ['010.1.2.3', '::1', 'x'] }] };
  const loopback =
    'endpoints[0].addresses[1]: Invalid value: "::1": may not be in the loopback range (127.0.0.0/8, ::1/128)';
  const noIp =
    'endpoints[0].addresses[2]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
  const family = 'endpoints[0].addresses: Invalid value: "::1": must be an IPv4 address';
  expect(causesOf(slice, 32)).toEqual([
    'endpoints[0].addresses[1]: Invalid value: "::1": must be a valid IPv4 address',
    loopback,
    'endpoints[0].addresses[2]: Invalid value: "x": must be a valid IPv4 address',
    'endpoints[0].addresses[2]: Invalid value: "x": must be a valid IP address',
  ]);
  expect(causesOf(slice, 35)).toEqual([family, loopback, noIp]);
  expect(causesOf(slice, 36)).toEqual([
    'endpoints[0].addresses[0]: Invalid value: "010.1.2.3": must not have leading 0s',
    family,
    loopback,
    noIp,
  ]);
});

test('what there is too much of', () => {
  const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item);
  const addresses = ['10.1.2.3'];
  const slice = { addressType: 'IPv4', endpoints: [{ addresses: many(101, '10.1.2.3') }] };
  expect(causesOf(slice, 36)).toEqual(['endpoints[0].addresses: Too many: 101: must have at most 100 items']);
  expect(causesOf({ ...slice, endpoints: many(1001, { addresses }) }, 36)).toEqual([
    'endpoints: Too many: 1001: must have at most 1000 items',
  ]);
  expect(causesOf({ addressType: 'IPv4', endpoints: [], ports: many(20_001, {}) }, 36)).toEqual([
    'ports: Too many: 20001: must have at most 20000 items',
  ]);
});

import type { Cluster } from '../../../lib/validate/cluster';
import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const PORTS = [{ port: 80 }];
const SINGLE: Cluster = { serviceRanges: ['10.96.0.0/16'] };
const DUAL: Cluster = { serviceRanges: ['10.96.0.0/16', 'fd00::/112'] };

const statusOf = (spec: object, cluster?: Cluster, minor = 36, name = 'a') =>
  serverStatus(
    judge(
      { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { ports: PORTS, ...spec } },
      { minor, cluster },
    ),
  );
const causesOf = (...given: Parameters<typeof statusOf>) =>
  statusOf(...given).causes.map(({ field, message }) => `${field}: ${message}`);

/** service-ip-range and service-ip-families, as a server with the range 10.96.0.0/16 has them. */
test.each<[spec: object, cause: string]>([
  [
    { clusterIP: '1.2.3.4' },
    'spec.clusterIPs: Invalid value: ["1.2.3.4"]: failed to allocate IP 1.2.3.4: the provided IP (1.2.3.4) is not in the valid range. The range of valid IPs is 10.96.0.0/16',
  ],
  [
    { clusterIP: '10.96.0.0' },
    'spec.clusterIPs: Invalid value: ["10.96.0.0"]: failed to allocate IP 10.96.0.0: the provided IP (10.96.0.0) is not in the valid range. The range of valid IPs is 10.96.0.0/16',
  ],
  [
    { clusterIP: 'fd00::1' },
    'spec.clusterIPs[0]: Invalid value: ["fd00::1"]: IPv6 is not configured on this cluster',
  ],
  [{ ipFamilies: ['IPv6'] }, 'spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster'],
  [
    { ipFamilyPolicy: 'RequireDualStack' },
    'spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services',
  ],
])('%j is only refused by a cluster that cannot have it', (spec, cause) => {
  expect(causesOf(spec, SINGLE)).toEqual([cause]);
  expect(causesOf(spec)).toEqual([]);
});

test.each([
  [{ clusterIP: '10.96.255.254' }],
  [{ ipFamilyPolicy: 'PreferDualStack' }],
  [{ ipFamilyPolicy: 'RequireDualStack', clusterIP: 'None' }],
])('a cluster with IPv4 alone takes %j', (spec) => expect(causesOf(spec, SINGLE)).toEqual([]));

test.each([
  [{ clusterIP: 'fd00::ffff' }],
  [{ ipFamilyPolicy: 'RequireDualStack' }],
  [{ ipFamilyPolicy: 'PreferDualStack', clusterIP: '10.96.0.9', clusterIPs: ['10.96.0.9', 'fd00::9'] }],
])('a cluster with both families takes %j', (spec) => expect(causesOf(spec, DUAL)).toEqual([]));

test('what the storage refuses hides all other causes', () => {
  expect(causesOf({ clusterIP: 'x', ports: [{ port: 0 }] }, undefined, 36, 'A')).toEqual([
    'spec.clusterIPs[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ]);
});

test('a node port that is also the port of the health check', () => {
  const spec = { type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30000 };
  expect(statusOf({ ...spec, ports: [{ port: 80, nodePort: 30000 }] })).toMatchObject({
    code: 500,
    reason: 'InternalError',
    message:
      'Internal error occurred: failed to allocate requested HealthCheck NodePort 30000: provided port is already allocated',
  });
});

test('ports with the same number share a node port', () => {
  const ports = [
    { name: 'a', port: 80, nodePort: 30000 },
    { name: 'b', port: 80, protocol: 'UDP', nodePort: 30000 },
  ];
  expect(causesOf({ type: 'NodePort', ports })).toEqual([]);
  const same = ports.map(({ name, port }) => ({ name, port }));
  expect(causesOf({ type: 'NodePort', ports: same })[0]).toBe(
    'spec.ports[1].nodePort: Duplicate value: 32769',
  );
});

/** Only a server that creates the Service asks: a real 1.36 answers a dry run with 201. */
test('a dry run does not ask whether a node port is in the range of the cluster', () => {
  const spec = { type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] };
  expect(statusOf(spec, SINGLE)).toMatchObject({ ok: true, code: 201 });
});

test('rules of older minors', () => {
  const kubelet = { type: 'LoadBalancer', ports: [{ port: 10250 }] };
  expect(causesOf(kubelet, undefined, 32)).toEqual([
    'spec.ports[0]: Invalid value: 10250: may not expose port 10250 externally since it is used by kubelet',
  ]);
  expect(causesOf(kubelet, undefined, 33)).toEqual([]);
  expect(causesOf({ trafficDistribution: 'PreferSameNode' }, undefined, 33)).toEqual([
    'spec.trafficDistribution: Unsupported value: "PreferSameNode": supported values: "PreferClose"',
  ]);
  expect(causesOf({ externalIPs: ['010.1.2.3'] }, undefined, 35)).toEqual([]);
});

test('addresses in a form that 1.32 warns about', () => {
  const spec = { type: 'LoadBalancer', loadBalancerIP: 'a_b', loadBalancerSourceRanges: [' 10.0.0.0/8'] };
  expect(statusOf(spec, undefined, 32).warnings).toEqual([
    'spec.loadBalancerIP: IP address was accepted, but will be invalid in a future Kubernetes release: ParseAddr("a_b"): unable to parse IP',
    'spec.loadBalancerSourceRanges[0]: IP prefix was accepted, but will be invalid in a future Kubernetes release: netip.ParsePrefix(" 10.0.0.0/8"): ParseAddr(" 10.0.0.0"): unexpected character (at " 10.0.0.0")',
  ]);
  expect(statusOf(spec).warnings).toEqual([]);
});

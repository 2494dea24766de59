import { advice, deployment, object, pod, podWith, workload } from './manifests';

/* What the kubelet decides and no server says. */

const C = 'spec.containers[0]';
const T = 'spec.template.spec';
const NODE =
  "remove it: the probe then connects to the Pod's IP address; use exec if the port listens on localhost only";
const NOT_ROOT =
  'set runAsUser to the UID of another user, or runAsNonRoot to false if it has to run as root';
const WORK_THAT_ENDS = 'run a program that keeps running, or use a Job for work that ends';

describe('the host of a probe is the node (kubernetes#86504)', () => {
  test.each(['127.0.0.1', '0.0.0.0', 'localhost', '"::1"', '127.1.2.3'])('%s', (host) => {
    for (const handler of [`httpGet: {port: 80, host: ${host}}`, `tcpSocket: {port: 80, host: ${host}}`]) {
      const name = handler.split(':')[0];
      expect(advice(pod(`readinessProbe: {${handler}}`))).toEqual([
        `probe-host ${C}.readinessProbe.${name}.host: ${NODE}`,
      ]);
    }
  });

  test('with hostNetwork it is right', () => {
    const probe = 'readinessProbe: {httpGet: {port: 80, host: 127.0.0.1}}';
    expect(advice(pod(probe, 'hostNetwork: true'))).toEqual([]);
  });

  test('another host is left alone', () => {
    expect(advice(pod('readinessProbe: {httpGet: {port: 80, host: example.com}}'))).toEqual([]);
  });
});

describe('root that must not be root (grafana/helm-charts#63)', () => {
  const both = 'securityContext: {runAsNonRoot: true, runAsUser: 0}';
  const asRoot = 'securityContext: {runAsUser: 0}';
  test.each([
    ['both of a container', pod(both), `${C}.securityContext.runAsUser`],
    ['both of the Pod', pod('', both), 'spec.securityContext.runAsUser'],
    [
      'the user of the container',
      pod(asRoot, 'securityContext: {runAsNonRoot: true}'),
      `${C}.securityContext.runAsUser`,
    ],
    [
      'the user of the Pod',
      pod('securityContext: {runAsNonRoot: true}', asRoot),
      `${C}.securityContext.runAsNonRoot`,
    ],
    [
      'an init container of a DaemonSet',
      workload(
        'apps/v1',
        'DaemonSet',
        `initContainers: [{name: i, image: "x:1", ${both}}], containers: [{name: a, image: "nginx:1.27"}]`,
      ),
      `${T}.initContainers[0].securityContext.runAsUser`,
    ],
  ])('%s', (_, text, path) => {
    expect(advice(text)).toEqual([`run-as-non-root ${path}: ${NOT_ROOT}`]);
  });
});

describe('an ordinary container that restarts in a Job (clowder#1783)', () => {
  const podSpec =
    'restartPolicy: Never, containers: [{name: a, image: "work:1"}, {name: b, image: "proxy:1", restartPolicy: Always}]';
  const job = object('batch/v1', 'Job', `spec: {template: {spec: {${podSpec}}}}`);
  const cronJob = object(
    'batch/v1',
    'CronJob',
    `spec: {schedule: "@daily", jobTemplate: {spec: {template: {spec: {${podSpec}}}}}}`,
  );
  const suggestion =
    'remove it, or move the container to initContainers with restartPolicy: Always if it helps the others';

  test.each([
    ['a Job', job, '1.35', T],
    ['a Job', job, '1.36', T],
    ['a CronJob', cronJob, '1.35', 'spec.jobTemplate.spec.template.spec'],
  ])('%s never ends: %#', (_, text, minor, path) => {
    expect(advice(text, minor)).toEqual([
      `job-container-restarts ${path}.containers[1].restartPolicy: ${suggestion}`,
    ]);
  });

  test('is refused before', () => {
    expect(advice(job, '1.33')).toEqual([
      `container-restart-policy ${T}.containers[1].restartPolicy: remove it; set spec.restartPolicy`,
    ]);
  });
});

describe('a container that ends at once (kubernetes#120848)', () => {
  const containers = (fields: string) => `containers: [{name: a, ${fields}}]`;
  test.each([
    ['image: "busybox:1.37"', 'image', 'set command to a program that keeps running'],
    ['image: "alpine:3.20"', 'image', 'set command to a program that keeps running'],
    ['image: "nginx:1.27", command: [echo, hi]', 'command', WORK_THAT_ENDS],
    ['image: "nginx:1.27", command: [date]', 'command', WORK_THAT_ENDS],
    ['image: "busybox:1.37", args: [ls, /]', 'args', WORK_THAT_ENDS],
    ['image: "nginx:1.27", command: [sh, -c, "echo a; date"]', 'command', WORK_THAT_ENDS],
  ])('%s', (fields, field, suggestion) => {
    const expected = [`container-ends ${T}.containers[0].${field}: ${suggestion}`];
    expect(advice(deployment(containers(fields)))).toEqual(expected);
    expect(advice(workload('apps/v1', 'StatefulSet', containers(fields), 'serviceName: a'))).toEqual(
      expected,
    );
    expect(advice(workload('apps/v1', 'DaemonSet', containers(fields)))).toEqual(expected);
  });

  test.each([
    'image: "busybox:1.37", stdin: true',
    'image: "busybox:1.37", command: [httpd, -f]',
    'image: "nginx:1.27", command: [sh, -c, "echo a; exec nginx"]',
    'image: "example.com/busybox-like:1"',
  ])('%s may run on', (fields) => {
    expect(advice(deployment(containers(fields)))).toEqual([]);
  });

  test.each(['[sh, -c, "echo started"]', '[echo, started]', '[/bin/sh, -ec, "touch /x"]'])(
    'a native sidecar with command %s',
    (command) => {
      const sidecar = `{name: s, image: "busybox:1.37", restartPolicy: Always, command: ${command}}`;
      expect(advice(pod('', `initContainers: [${sidecar}]`))).toEqual([
        'container-ends spec.initContainers[0].command: remove restartPolicy: Always if it only prepares something, or keep it running',
      ]);
    },
  );
});

describe('variables without a shell (sdp-flux#114)', () => {
  const ENV = 'env: [{name: LEVEL, value: info}]';
  test.each([
    ['args: ["${LEVEL}"]', 'args[0]', '$(LEVEL)'],
    ['args: [run, "--level=$LEVEL"]', 'args[1]', '--level=$(LEVEL)'],
    ['command: [/app, "${LEVEL}"]', 'command[1]', '$(LEVEL)'],
    ['livenessProbe: {exec: {command: [check, "${LEVEL}"]}}', 'livenessProbe.exec.command[1]', '$(LEVEL)'],
  ])('%s', (fields, path, written) => {
    expect(advice(pod(`${fields}, ${ENV}`))).toEqual([
      `variable-not-expanded ${C}.${path}: write it as "${written}"`,
    ]);
  });

  test.each([
    'command: [sh, -c, "echo ${LEVEL}"]',
    'args: ["$(LEVEL)"]',
    'args: ["${OTHER}"]',
    'args: ["$$LEVEL"]',
  ])('%s is left alone', (fields) => {
    expect(advice(pod(`${fields}, ${ENV}`))).toEqual([]);
  });
});

describe('an autoscaler on the utilization of a sidecar that requests nothing (dapr#2147)', () => {
  const target = 'scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 3';
  const utilization = (resource: string) =>
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      `spec: {${target}, metrics: [{type: Resource, resource: {name: ${resource}, target: {type: Utilization, averageUtilization: 50}}}]}`,
    );
  const containers = (requests: string) =>
    `containers: [{name: a, image: "nginx:1.27", resources: {requests: ${requests}}}, {name: b, image: "envoy:1"}]`;

  test.each([
    ['cpu', utilization('cpu'), 'cpu'],
    ['memory', utilization('memory'), 'memory'],
    [
      'cpu of autoscaling/v1',
      object(
        'autoscaling/v1',
        'HorizontalPodAutoscaler',
        `spec: {${target}, targetCPUUtilizationPercentage: 50}`,
      ),
      'cpu',
    ],
  ])('%s', (_, scaler, resource) => {
    const scaled = deployment(containers('{cpu: 100m, memory: 64Mi}'));
    for (const text of [`${scaler}---\n${scaled}`, `${scaled}---\n${scaler}`]) {
      expect(advice(text)).toEqual([
        `autoscaler-requests ${T}.containers[1]: set resources.requests.${resource}, or measure one container: type: ContainerResource`,
      ]);
    }
  });

  test('the native sidecar of a StatefulSet', () => {
    const spec = `initContainers: [{name: s, image: "envoy:1", restartPolicy: Always}], containers: [{name: a, image: "nginx:1.27", resources: {requests: {cpu: 1}}}]`;
    const scaler = utilization('cpu').replace('kind: Deployment', 'kind: StatefulSet');
    expect(advice(`${scaler}---\n${workload('apps/v1', 'StatefulSet', spec, 'serviceName: a')}`)).toEqual([
      expect.stringContaining(`autoscaler-requests ${T}.initContainers[0]: set resources.requests.cpu`),
    ]);
  });
});

test('a Pod without any of it has nothing to report', () => {
  expect(advice(podWith('containers: [{name: a, image: "nginx:1.27"}]'))).toEqual([]);
});

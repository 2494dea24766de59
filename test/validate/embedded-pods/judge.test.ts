import { ManifestValidator } from '../../../lib';
import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';
import type { ValidationOptions } from '../../../lib/validate/options';

const found = (text: string, options: ValidationOptions = {}) =>
  new ManifestValidator({ customResources: ['*'], ...options })
    .validateYaml(text)
    .filter(({ level }) => level !== 'info')
    .map(({ rule, level, path, message, reason }) => `${level} ${rule} ${path}: ${message}${reason ?? ''}`);

const ROLLOUT = (container: string, more = '') => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: a}
spec:
  template:
    spec:
      containers:
        - {name: web, image: "nginx:1.27", ${container}}
${more}`;

test('findings have the path in the custom resource, and the words of a server', () => {
  expect(found(ROLLOUT('volumeMounts: [{name: data, mountPath: /data}]'))).toEqual([
    'error volume-mounts spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"',
  ]);
});

test('a field in the wrong place is sent to the right one', () => {
  const [finding] = new ManifestValidator({ customResources: ['*'] }).validateYaml(
    ROLLOUT('tty: false', '      readinessProbe: {httpGet: {port: 80}}'),
  );
  expect(finding.suggestion).toBe('move it to spec.template.spec.containers[0].readinessProbe');
});

test('a Rollout runs ReplicaSets, whose Pods run forever', () => {
  expect(found(ROLLOUT('tty: false', '      restartPolicy: Never'))).toEqual([
    'error workload-restart-policy spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
  ]);
});

test('a server takes the custom resource', () => {
  const manifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'a' },
    spec: {
      template: { spec: { containers: [{ name: 'A' }], nodeSelector: { 'beta.kubernetes.io/os': 'x' } } },
    },
  };
  const judgement = judge(manifest, { minor: 37, customResources: [{ group: '', below: true }] });
  expect(judgement.findings.map(({ stage }) => stage)).toEqual(['judge', 'judge', 'warn']);
  expect(serverStatus(judgement)).toMatchObject({ ok: true, warnings: [], causes: [] });
  expect(judgement.coverage).toBe('pods');
});

test('Pod Security of the Pods, which the server looks at only when they are created', () => {
  expect(found(ROLLOUT('securityContext: {privileged: true}'), { podSecurity: 'baseline' })).toEqual([
    'error pod-security-privileged spec.template.spec.containers[0].securityContext.privileged: would violate PodSecurity "baseline:latest": privileged (container "web" must not set securityContext.privileged=true)',
  ]);
  const [warning] = found(ROLLOUT('securityContext: {privileged: true}'), {
    podSecurity: { level: 'baseline', workloads: 'warning' },
  });
  expect(warning).toMatch(/^warning pod-security-privileged/);
});

test('of a container alone, what its Pod may set is not missed', () => {
  const workflow = (securityContext: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: a-}
spec:
  templates: [{name: a, container: {image: "a:1", securityContext: ${securityContext}}}]
`;
  const options = { podSecurity: 'restricted' };
  const secure = '{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}';
  expect(found(workflow(secure), options)).toEqual([]);
  expect(found(workflow('{capabilities: {drop: [ALL]}}'), options)).toHaveLength(1);
});

test('autoscalers of a Rollout need requests', () => {
  const text = `${ROLLOUT('tty: false')}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: a}
spec:
  scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: a}
  maxReplicas: 3
`;
  expect(found(text).join()).toContain('autoscaler-requests spec.template.spec.containers[0]');
});

test('findings can be suppressed where they are', () => {
  const text = ROLLOUT(
    'tty: false',
    '      # pod-patterns: ignore workload-restart-policy -- not so\n      restartPolicy: Never',
  );
  expect(found(text).join()).not.toContain('error workload-restart-policy');
});

const VALID: readonly (readonly [what: string, text: string])[] = [
  [
    'Knative fills in names, ports and probes',
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: a}
spec:
  template:
    metadata: {annotations: {autoscaling.knative.dev/minScale: "1"}}
    spec:
      containerConcurrency: 10
      timeoutSeconds: 60
      containers:
        - image: "a:1"
          ports: [{name: h2c}]
          readinessProbe: {httpGet: {path: /}}
          livenessProbe: {tcpSocket: {}}
        - image: "b:1"
`,
  ],
  [
    'KEDA sets the restart policy',
    `
apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata: {name: a}
spec: {jobTargetRef: {template: {spec: {containers: [{name: a, image: "a:1"}]}}}}
`,
  ],
  [
    'JobSet numbers its Pods, and sets the restart policy',
    `
apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata: {name: a}
spec:
  replicatedJobs:
    - name: a
      template:
        spec:
          backoffLimitPerIndex: 1
          template: {spec: {containers: [{name: a, image: "a:1"}]}}
`,
  ],
  [
    'Workflows replace placeholders and add volumes',
    `
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: a}
spec:
  templates:
    - name: a
      container:
        image: "{{inputs.parameters.image}}"
        imagePullPolicy: "{{inputs.parameters.policy}}"
        volumeMounts: [{name: work, mountPath: /work}]
        resources: {claims: [{name: gpu}]}
        command: [sh, -c, "sleep 600"]
    - name: b
      script: {image: "a:1", source: "echo a", command: [sh]}
      sidecars: [{name: b, image: "b:1", mirrorVolumeMounts: true}]
    - name: c
      containerSet: {containers: [{name: a, image: "a:1"}, {name: b, image: "b:1", dependencies: [a]}]}
`,
  ],
  [
    'what a controller merges may lack anything',
    `
apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata: {name: a}
spec:
  nodeSets:
    - podTemplate: {spec: {containers: [{name: elasticsearch, volumeMounts: [{name: data, mountPath: /data}]}]}}
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: a}
spec: {containers: [{name: prometheus, args: [--a]}]}
`,
  ],
  [
    'claims are volumes',
    `
apiVersion: apps.kruise.io/v1beta1
kind: StatefulSet
metadata: {name: a}
spec:
  volumeClaimTemplates: [{metadata: {name: data}}]
  template: {spec: {containers: [{name: a, image: "a:1", volumeMounts: [{name: data, mountPath: /data}]}]}}
`,
  ],
];

test.each(VALID)('%s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('a mount that no claim has is found', () => {
  const text = VALID.at(-1)![1].replace('metadata: {name: data}', 'metadata: {name: other}');
  expect(found(text)).toEqual([
    'error volume-mounts spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"',
  ]);
});

test('a note says that only its Pods are judged, if it has any', () => {
  const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' } };
  const containers = [{ name: 'a', image: 'b:1' }];
  const noteOn = (manifest: object) =>
    judge(manifest, { minor: 37 }).findings.find(({ rule }) => rule === 'unknown-kind')!.message;

  expect(noteOn({ ...rollout, spec: { template: { spec: { containers } } } })).toBe(
    'only the Pods of argoproj.io/v1alpha1 Rollout are validated: specify its CustomResourceDefinition with --crd',
  );
  expect(noteOn(rollout)).toBe(
    'argoproj.io/v1alpha1 Rollout is not validated: specify its CustomResourceDefinition with --crd',
  );
});

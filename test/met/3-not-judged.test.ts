import { run } from '../../lib/cli/program';
import { printed } from '../support/kubectl';
import { memoryWorld } from '../support/memory-world';
import { object } from './manifests';

/* What was not judged is never affirmed. */

const REFUSED: readonly (readonly [what: string, text: string])[] = [
  ['a Service without ports', object('v1', 'Service', 'spec: {selector: {a: b}}')],
  [
    'an Ingress path without pathType',
    object(
      'networking.k8s.io/v1',
      'Ingress',
      'spec: {rules: [{http: {paths: [{path: /, backend: {service: {name: a, port: {number: 80}}}}]}}]}',
    ),
  ],
  [
    'an HPA with minReplicas above maxReplicas',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: {minReplicas: 5, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}}',
    ),
  ],
  [
    'a PDB with both bounds',
    object('policy/v1', 'PodDisruptionBudget', 'spec: {minAvailable: 1, maxUnavailable: 1}'),
  ],
  [
    'a NetworkPolicy with an unknown policy type',
    object('networking.k8s.io/v1', 'NetworkPolicy', 'spec: {podSelector: {}, policyTypes: [Both]}'),
  ],
];

/** Whether nothing more was judged than what fields, types and metadata say. */
interface Status {
  readonly code: number;
  readonly judged?: string;
}

describe.each(REFUSED)('%s', (_, text) => {
  test('has no status of 201 without saying what it is based on', async () => {
    const world = memoryWorld({ 'a.yaml': text });
    await run(['validate', '--format=status', 'a.yaml'], world);
    const { code, judged } = JSON.parse(world.said.out) as Status;
    expect([422, 'schema']).toContain(code === 201 ? judged : code);
    if (code === 201) expect(world.said.err).toContain('own rules are not implemented');
  });

  test.each(['create', 'apply'])('is not said to be what %s makes of it', (command) => {
    const { code, stdout, stderr } = printed([command, '-f', 'a.yaml', '--dry-run=server'], {
      'a.yaml': text,
    });
    expect(stdout).toBe('');
    if (code === 0) expect(stderr).toContain("so the server's answer is unknown");
    else expect(stderr).toContain('is invalid');
  });

  test('is a note or an error in every report', async () => {
    for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
      const world = memoryWorld({ 'a.yaml': text });
      const code = await run(['validate', `--format=${format}`, 'a.yaml'], world);
      if (code === 0) expect(world.said.out).toContain('own rules are not implemented');
      else expect(code).toBe(1);
    }
  });
});

/** A dry run of a real 1.36 lets it pass; the server says this when it creates the Service. */
test('create service nodeport with a port out of range', () => {
  const argv = ['create', 'service', 'nodeport', 's', '--tcp=80', '--node-port=80', '--dry-run=server'];
  const { stdout, stderr } = printed(argv);
  expect(stdout).toBe('');
  expect(stderr).toBe(
    'error: failed to create NodePort service: Service "s" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767\n',
  );
});

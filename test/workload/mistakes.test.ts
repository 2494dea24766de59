import { ApiObject, App, Chart } from 'cdk8s';
import { type k8s, Pod, type PodProps, Validation } from '../../lib';

/** A Pod with one mistake; `wrong` stands for what TypeScript would not let pass. */
const pod = (props: Partial<PodProps>) => (chart: Chart) =>
  new Pod(chart, 'web', { main: { name: 'app', image: 'nginx' }, ...props });
const wrong = (value: unknown) => value as never;
const main = (fields: object): Partial<PodProps> => ({ main: { name: 'app', image: 'nginx', ...fields } });

const deployment = (chart: Chart) => {
  Validation.of(chart);
  return new ApiObject(chart, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'api' } },
        spec: { containers: [{ name: 'app', image: 'nginx' }] },
      },
    },
  } as never);
};

/** Each mistake, and what the finding says: field path, the server's text with the value, the suggestion. */
const MISTAKES: readonly [string, (chart: Chart) => unknown, string, string, string][] = [
  [
    'unknown field',
    pod(main({ imgae: 'nginx' })),
    'spec.containers[0].imgae',
    'unknown field "spec.containers[0].imgae"',
    'did you mean "image"?',
  ],
  [
    'missing image',
    pod({ main: { name: 'app' } }),
    'spec.containers[0].image',
    'Required value',
    'set the image to run, such as "nginx:1.27"',
  ],
  [
    'no containers',
    pod({ main: wrong(undefined) }),
    'spec.containers',
    'Required value',
    'add a container with a name and an image',
  ],
  [
    'duplicate container names',
    pod({ containers: [{ name: 'app', image: 'b' }] }),
    'spec.containers[1].name',
    'Duplicate value: "app"',
    'rename it: spec.containers[0] has the same name',
  ],
  [
    'undefined volume mount',
    pod(main({ volumeMounts: [{ name: 'logs', mountPath: '/logs' }] })),
    'spec.containers[0].volumeMounts[0].name',
    'Not found: "logs"',
    'add a volume with this name to spec.volumes',
  ],
  [
    'request above limit',
    pod(main({ resources: { requests: { cpu: 2 }, limits: { cpu: '500m' } } })),
    'spec.containers[0].resources.requests',
    'Invalid value: "2": must be less than or equal to cpu limit of 500m',
    'decrease requests.cpu to 500m or increase limits.cpu to 2',
  ],
  [
    'invalid object name',
    pod({ metadata: { name: 'My_Pod' } }),
    'metadata.name',
    'Invalid value: "My_Pod"',
    'rename it, for example to "my-pod"',
  ],
  [
    'port 70000',
    pod(main({ ports: [{ containerPort: 70000 }] })),
    'spec.containers[0].ports[0].containerPort',
    'Invalid value: 70000: must be between 1 and 65535, inclusive',
    'use a port from 1 to 65535',
  ],
  [
    'two volume sources',
    pod({ volumes: [{ name: 'v', emptyDir: {}, hostPath: { path: '/x' } }] }),
    'spec.volumes[0].hostPath',
    'Forbidden: may not specify more than 1 volume type',
    'keep one of emptyDir, hostPath',
  ],
  [
    'empty probe',
    pod(main({ livenessProbe: {} })),
    'spec.containers[0].livenessProbe',
    'Required value: must specify a handler type',
    'add exec, httpGet, tcpSocket or grpc',
  ],
  [
    'invalid label value',
    pod({ metadata: { labels: { app: 'a b' } } }),
    'metadata.labels',
    'Invalid value: "a b"',
    'change the value of the label "app"',
  ],
  [
    'selector that does not match the template',
    deployment,
    'spec.template.metadata.labels',
    'Invalid value: {"app":"api"}: `selector` does not match template `labels`',
    'set the labels in spec.template that spec.selector requires',
  ],
  [
    'bad quantity',
    pod(main({ resources: { limits: { memory: '1Gb' } } })),
    'spec.containers[0].resources.limits[memory]',
    'quantities must match the regular expression',
    'did you mean "1G" or "1Gi"?',
  ],
  [
    'unknown restartPolicy',
    pod({ restartPolicy: wrong('Allways') }),
    'spec.restartPolicy',
    'Unsupported value: "Allways": supported values: "Always", "OnFailure", "Never"',
    'did you mean "Always"?',
  ],
  [
    'livenessProbe on a plain init container',
    pod({
      initContainers: [
        { name: 'init', image: 'a', livenessProbe: { tcpSocket: { port: 80 } } } as k8s.Container,
      ],
    }),
    'spec.initContainers[0].livenessProbe',
    'Forbidden: may not be set for init containers without restartPolicy=Always',
    'remove it',
  ],
  [
    'invalid env name',
    pod(main({ env: [{ name: 'A=B', value: 'x' }] })),
    'spec.containers[0].env[0].name',
    'Invalid value: "A=B"',
    'use letters, digits and underscores',
  ],
  [
    'root that must not be root',
    pod({ ...main({ securityContext: { runAsNonRoot: true } }), securityContext: { runAsUser: 0 } }),
    'spec.containers[0].securityContext.runAsNonRoot',
    'runAsUser is 0 and runAsNonRoot is true',
    'set runAsUser to the UID of another user',
  ],
  [
    'negative probe period',
    pod(main({ readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: -1 } })),
    'spec.containers[0].readinessProbe.periodSeconds',
    'Invalid value: -1: must be greater than or equal to 0',
    'remove periodSeconds to use its default',
  ],
];

test.each(MISTAKES)('%s stops synth', (_, make, path, message, suggestion) => {
  const app = new App();
  make(new Chart(app, 'demo'));
  const error = errorOf(() => app.synthYaml());
  const [, head, ...lines] = error.split('\n');
  const finding = lines.findIndex((text) => text.startsWith(`    ${path}: `));
  expect(head).toMatch(
    /^ {2}\[demo\/web\] (Pod|Deployment) \S+( \(test\/workload\/mistakes\.test\.ts:\d+:\d+\))?$/,
  );
  expect(lines[finding]).toContain(message);
  expect(lines[finding + 1]).toMatch(/^ {6}→ /);
  expect(lines[finding + 1]).toContain(suggestion);
});

test('all findings of an app are listed together', () => {
  const app = new App();
  MISTAKES.slice(0, 11).forEach(([, make], index) => make(new Chart(app, `chart-${index}`)));
  const error = errorOf(() => app.synthYaml());
  for (const [, , path, message] of MISTAKES.slice(0, 11)) expect(error).toContain(`${path}: ${message}`);
  expect(error.match(/\[chart-\d+\/web\]/g)).toHaveLength(11);
});

function errorOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

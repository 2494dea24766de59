import { App, Chart } from 'cdk8s';
import { Kubectl } from '../../lib';
import { printed } from '../support/kubectl';

const yamlOf = (...argv: string[]) =>
  printed([
    argv[0],
    ...(argv[0] === 'create' ? [argv[1]] : []),
    '--dry-run=client',
    '-o',
    'yaml',
    ...argv.slice(argv[0] === 'create' ? 2 : 1),
  ]).stdout;

describe('Kubectl in code', () => {
  it('makes what the command line makes', () => {
    const pod = Kubectl.run('web', {
      image: 'nginx:1.27',
      port: 80,
      env: { A: 'b=c' },
      labels: { app: 'web' },
      args: ['sleep', '1'],
      command: true,
      namespace: 'prod',
    });
    expect(pod.toYaml()).toBe(
      yamlOf(
        'run',
        'web',
        '--image=nginx:1.27',
        '--port=80',
        '--env=A=b=c',
        '-l',
        'app=web',
        '-n',
        'prod',
        '--command',
        '--',
        'sleep',
        '1',
      ),
    );
    expect(
      Kubectl.createDeployment('web', { image: ['a', 'b'], replicas: 3, saveConfig: true }).toYaml(),
    ).toBe(yamlOf('create', 'deployment', 'web', '--image=a,b', '--replicas=3', '--save-config'));
    expect(
      Kubectl.createQuota('q', { hard: { cpu: '1', memory: '1024Mi' }, scopes: ['BestEffort'] }).toYaml(),
    ).toBe(yamlOf('create', 'quota', 'q', '--hard=cpu=1,memory=1024Mi', '--scopes=BestEffort'));
  });

  it('follows an older kubectl', () => {
    expect(Kubectl.createNamespace('dev', { kubernetesVersion: '1.32' }).toYaml()).toContain(
      'creationTimestamp: null',
    );
    expect(Kubectl.createNamespace('dev').toYaml()).not.toContain('creationTimestamp');
  });

  it('throws in the words of kubectl', () => {
    expect(() => Kubectl.run('web', { image: 'nginx:' })).toThrow(
      'invalid image name "nginx:": invalid reference format',
    );
    expect(() => Kubectl.createServiceClusterIP('s', {})).toThrow(
      'at least one tcp port specifier must be provided',
    );
  });

  it('says what it does not refuse', () => {
    expect(Kubectl.createRole('r', { verb: ['fetch'], resource: ['pods'] }).warnings).toEqual([
      "'fetch' is not a standard resource verb",
    ]);
  });

  it('adds a manifest to a chart', () => {
    const chart = new Chart(new App(), 'demo');
    Kubectl.createConfigMap('settings', { fromLiteral: { a: '1' } }).addTo(chart, 'settings');
    expect(chart.toJson()).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a: '1' } },
    ]);
  });

  it('judges a manifest', () => {
    const errors = Kubectl.run('Web', { image: 'nginx:1.27' })
      .validate()
      .filter(({ level }) => level === 'error');
    expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining(['metadata.name']));
  });

  it('exposes and scales what it has made', () => {
    const web = Kubectl.createDeployment('web', { image: ['nginx:1.27'], port: 80 });
    expect(Kubectl.expose(web.manifest, { targetPort: 8080, type: 'NodePort' }).manifest.spec).toEqual({
      ports: [{ protocol: 'TCP', port: 80, targetPort: 8080 }],
      selector: { app: 'web' },
      type: 'NodePort',
    });
    expect(Kubectl.autoscale(web.manifest, { max: 5, cpu: '70%' }).manifest.spec.scaleTargetRef).toEqual({
      kind: 'Deployment',
      name: 'web',
      apiVersion: 'apps/v1',
    });
  });

  it('makes a Job of a CronJob', () => {
    const nightly = Kubectl.createCronJob('nightly', { image: 'busybox', schedule: '0 3 * * *' });
    const job = Kubectl.createJobFrom('now', nightly.manifest).manifest;
    expect(job.metadata.annotations).toEqual({ 'cronjob.kubernetes.io/instantiate': 'manual' });
    expect(job.spec).toEqual(nightly.manifest.spec.jobTemplate.spec);
  });
});

describe('dry runs', () => {
  it('by a server give its verdict', () => {
    expect(printed(['run', 'Web', '--image=nginx', '--dry-run=server'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^The Pod "Web" is invalid: \n?/),
    });
    expect(printed(['run', 'web', '--image=nginx', '--dry-run=server'])).toEqual({
      code: 0,
      stdout: 'pod/web created (server dry run)\n',
      stderr: '',
    });
    expect(printed(['create', 'configmap', 'Web', '--dry-run=server']).stderr).toMatch(
      /^error: failed to create configmap: ConfigMap "Web" is invalid: metadata\.name/,
    );
  });

  it('are needed where there is no cluster', () => {
    expect(printed(['run', 'web', '--image=nginx']).stderr).toBe(
      'error: to create an object needs a cluster, and this command never contacts one: add --dry-run=client, or --dry-run=server to validate as the server would\n',
    );
  });
});

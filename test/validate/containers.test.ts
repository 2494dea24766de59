import { judge } from '../../lib/validate/engine';
import type { PodSpec } from '../../lib/validate/schema/types';
import { serverStatus } from '../../lib/validate/status';
import { ofServer } from '../support/of-server';

/** Said of every Pod with ephemeral containers. */
const ON_CREATE = 'spec.ephemeralContainers: Forbidden: cannot be set on create';

/** What a server of a minor says to a Pod of this spec, a finding a line. */
function said(spec: PodSpec, minor = 36, kind: 'Pod' | 'Deployment' = 'Pod'): string[] {
  const labels = { app: 'web' };
  const pod = { apiVersion: 'v1', kind, metadata: { name: 'web', labels }, spec };
  const deployment = {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
  const { ok, message, causes } = serverStatus(judge(kind === 'Pod' ? pod : deployment, { minor }));
  const texts = causes.length ? causes.map((cause) => `${cause.field}: ${cause.message}`) : [message];
  return ok ? [] : texts.filter((text) => text !== ON_CREATE);
}

type Container = NonNullable<PodSpec['containers']>[number];

const WEB = { name: 'web', image: 'nginx' };
const of = (container: Container, spec: PodSpec = {}): PodSpec => ({
  ...spec,
  containers: [{ ...WEB, ...container }],
});
const init = (container: Container): PodSpec => ({
  containers: [WEB],
  initContainers: [{ name: 'setup', image: 'busybox', ...container }],
});
const debug = (container: object, spec: PodSpec = {}): PodSpec => ({
  containers: [WEB],
  ...spec,
  ephemeralContainers: [{ name: 'debug', image: 'busybox', ...container }],
});

const AT = 'spec.containers[0]';
const CONTEXT = `${AT}.securityContext`;

describe('security context', () => {
  const context = (securityContext: Container['securityContext'], spec: PodSpec = {}, minor = 36) =>
    said(of({ securityContext }, spec), minor);

  test('user and group', () => {
    expect(context({ runAsUser: -1, runAsGroup: 2 ** 31 })).toEqual([
      `${CONTEXT}.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive`,
      `${CONTEXT}.runAsGroup: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive`,
    ]);
  });

  test('procMount', () => {
    expect(context({ procMount: 'Open' })).toEqual([
      `${CONTEXT}.procMount: Unsupported value: "Open": supported values: "Default", "Unmasked"`,
    ]);
    expect(context({ procMount: 'Unmasked' })).toEqual([
      `${CONTEXT}.procMount: Invalid value: "Unmasked": \`hostUsers\` must be false to use \`Unmasked\``,
    ]);
    expect(context({ procMount: 'Unmasked' }, { hostUsers: false })).toEqual([]);
  });

  test('seccomp profile', () => {
    const seccomp = (type?: string, localhostProfile?: string, minor?: number) =>
      context({ seccompProfile: { type, localhostProfile } }, {}, minor);
    const at = `${CONTEXT}.seccompProfile`;
    expect(seccomp('Localhost')).toEqual([
      `${at}.localhostProfile: Required value: must be set when seccomp type is Localhost`,
    ]);
    expect(seccomp('Localhost', '/a')).toEqual([
      `${at}.localhostProfile: Invalid value: "/a": must be a relative path`,
    ]);
    expect(seccomp(undefined)).toEqual([
      `${at}.type: Required value: type is required when seccompProfile is set`,
    ]);
    expect(seccomp('None')).toEqual([
      `${at}.type: Unsupported value: "None": supported values: "Localhost", "RuntimeDefault", "Unconfined"`,
    ]);
    expect(seccomp('RuntimeDefault', 'x')).toEqual([
      `${at}.localhostProfile: Invalid value: {"Type":"RuntimeDefault","LocalhostProfile":"x"}: can only be set when seccomp type is Localhost`,
    ]);
    expect(seccomp('RuntimeDefault', 'x', 33)).toEqual([
      `${at}.localhostProfile: Invalid value: core.SeccompProfile{Type:"RuntimeDefault", LocalhostProfile:(*string)(0xc000000000)}: ` +
        'can only be set when seccomp type is Localhost',
    ]);
  });

  test('AppArmor profile', () => {
    const appArmor = (type?: string, localhostProfile?: string, minor?: number) =>
      context({ appArmorProfile: { type, localhostProfile } }, {}, minor);
    const at = `${CONTEXT}.appArmorProfile`;
    const missing = `${at}.localhostProfile: Required value: must be set when AppArmor type is Localhost`;
    expect(appArmor('Localhost')).toEqual([missing]);
    expect(appArmor('Localhost', '')).toEqual([missing]);
    expect(appArmor('Localhost', ' ')).toEqual([
      `${at}.localhostProfile: Invalid value: " ": must not be padded with whitespace`,
    ]);
    expect(appArmor('Localhost', 'a'.repeat(4096))).toEqual([
      `${at}.localhostProfile: Too long: may not be more than 4095 bytes`,
    ]);
    expect(appArmor('Localhost', 'a'.repeat(4096), 31)).toEqual([
      `${at}.localhostProfile: Too long: may not be longer than 4095`,
    ]);
    expect(appArmor('Unconfined', 'x')).toEqual([
      `${at}.localhostProfile: Invalid value: "x": can only be set when AppArmor type is Localhost`,
    ]);
    expect(appArmor(undefined)).toEqual([
      `${at}.type: Required value: type is required when appArmorProfile is set`,
    ]);
    expect(appArmor('None')).toEqual([
      `${at}.type: Unsupported value: "None": supported values: "Localhost", "RuntimeDefault", "Unconfined"`,
    ]);
  });

  test('privilege escalation', () => {
    const nulls =
      '"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null';
    const rest =
      '"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null';
    expect(context({ allowPrivilegeEscalation: false, privileged: true })).toEqual([
      `${CONTEXT}: Invalid value: {"Capabilities":null,"Privileged":true,${nulls},${rest}}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
    ]);
    expect(context({ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } })).toEqual([
      `${CONTEXT}: Invalid value: {"Capabilities":{"Add":["CAP_SYS_ADMIN"],"Drop":null},"Privileged":null,${nulls},${rest}}: ` +
        'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
    ]);
    expect(context({ allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } })).toEqual([]);
  });

  test.each([
    ['', ['runAsUserName cannot be an empty string']],
    ['a\tb', ['runAsUserName cannot contain control characters']],
    ['a\\b\\c', ['runAsUserName cannot contain more than one backslash']],
    ['\\user', ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"]],
    [
      `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.e\\user`,
      ["runAsUserName's Domain length must be under 256 characters"],
    ],
    ['DOM\\', ["runAsUserName's User cannot be empty"]],
    ['u'.repeat(105), ["runAsUserName's User length must not be longer than 104 characters"]],
    ['. .', ["runAsUserName's User cannot contain only periods or spaces"]],
    ['a@b', ['runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]']],
    ['ContainerUser', []],
  ])('Windows user %j', (runAsUserName, messages) => {
    expect(context({ windowsOptions: { runAsUserName } })).toEqual(
      messages.map(
        (message) =>
          `${CONTEXT}.windowsOptions.runAsUserName: Invalid value: ${JSON.stringify(runAsUserName)}: ${message}`,
      ),
    );
  });

  test('Windows credentials', () => {
    const at = `${CONTEXT}.windowsOptions`;
    expect(context({ windowsOptions: { gmsaCredentialSpec: '' } })).toEqual([
      `${at}.gmsaCredentialSpec: Invalid value: "": gmsaCredentialSpec cannot be an empty string`,
    ]);
    const long = 'x'.repeat(65537);
    expect(context({ windowsOptions: { gmsaCredentialSpec: long } })).toEqual([
      `${at}.gmsaCredentialSpec: Invalid value: "${long}": gmsaCredentialSpec size must be under 64 KiB`,
    ]);
    expect(context({ windowsOptions: { gmsaCredentialSpecName: 'A' } })[0]).toMatch(
      'gmsaCredentialSpecName: Invalid value: "A": a lowercase RFC 1123 subdomain',
    );
  });
});

describe('volume devices', () => {
  const volumes = [
    { name: 'block', persistentVolumeClaim: { claimName: 'block' } },
    { name: 'files', emptyDir: {} },
  ];
  const devices = (volumeDevices: Container['volumeDevices'], volumeMounts: Container['volumeMounts'] = []) =>
    said(of({ volumeDevices, volumeMounts }, { volumes }));
  const at = `${AT}.volumeDevices`;

  test('name, volume and path', () => {
    expect(devices([{}])).toEqual([
      `${at}[0].name: Required value`,
      `${at}[0].name: Not found: ""`,
      `${at}[0].devicePath: Required value`,
    ]);
    expect(devices([{ name: 'nope', devicePath: '/a/../b' }])).toEqual([
      `${at}[0].name: Not found: "nope"`,
      `${at}[0].devicePath: Invalid value: "/a/../b": can not contain backsteps ('..')`,
    ]);
    expect(devices([{ name: 'files', devicePath: '/dev/a' }])).toEqual([
      `${at}[0].name: Invalid value: "files": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode`,
    ]);
  });

  test('none twice, and none that is mounted', () => {
    const device = { name: 'block', devicePath: '/dev/a' };
    expect(devices([device, device])).toEqual([
      `${at}[1].name: Invalid value: "block": must be unique`,
      `${at}[1].devicePath: Invalid value: "/dev/a": must be unique`,
    ]);
    expect(devices([device], [{ name: 'block', mountPath: '/dev/a' }])).toEqual([
      `${AT}.volumeMounts[0].name: Invalid value: "block": must not already exist in volumeDevices`,
      `${AT}.volumeMounts[0].mountPath: Invalid value: "/dev/a": must not already exist as a path in volumeDevices`,
      `${at}[0].name: Invalid value: "block": must not already exist in volumeMounts`,
      `${at}[0].devicePath: Invalid value: "/dev/a": must not already exist as a path in volumeMounts`,
    ]);
  });
});

describe('resources', () => {
  const claims = (
    used: NonNullable<Container['resources']>['claims'],
    resourceClaims: PodSpec['resourceClaims'] = [{ name: 'gpu', resourceClaimName: 'gpu' }],
  ) => said(of({ resources: { claims: used } }, { resourceClaims }));
  const at = `${AT}.resources.claims`;

  test('amounts are rounded up to thousandths before they are compared', () => {
    expect(said(of({ resources: { requests: { cpu: '2m' }, limits: { cpu: '1500u' } } }))).toEqual([]);
    expect(said(of({ resources: { requests: { cpu: '3m' }, limits: { cpu: '1500u' } } }))).toEqual([
      `${AT}.resources.requests: Invalid value: "3m": must be less than or equal to cpu limit of 2m`,
    ]);
  });

  test('too large numbers of pages overflow', () => {
    const pages = (amount: string) =>
      said(of({ resources: { limits: { cpu: '1', 'hugepages-2Mi': amount } } }));
    expect(pages('12E')).toEqual([]);
    expect(pages('3Mi')).toContain(
      `${AT}.resources.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi`,
    );
  });

  test('names and integers as each minor shows them', () => {
    const resources = { limits: { gpu: '1' } };
    const text = 'must be a standard resource type or fully qualified';
    expect(said(of({ resources }))[0]).toBe(`${AT}.resources.limits[gpu]: Invalid value: "gpu": ${text}`);
    expect(said(of({ resources }), 33)[0]).toBe(`${AT}.resources.limits[gpu]: Invalid value: gpu: ${text}`);
    expect(said(of({ resources: { limits: { 'a.b/c': '100m' } } }), 33, 'Deployment')).toEqual([
      'spec.template.spec.containers[0].resources.limits[a.b/c]: Invalid value: resource.Quantity{i:resource.int64Amount{value:100, scale:-3}, ' +
        'd:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"100m", Format:"DecimalSI"}: must be an integer',
    ]);
  });

  test('claims', () => {
    const unknown = 'must be one of the names in pod.spec.resourceClaims';
    expect(claims([{}])).toEqual([`${at}[0]: Required value`]);
    expect(claims([{ name: 'x' }])).toEqual([`${at}[0]: Not found: "x": ${unknown}: gpu`]);
    expect(claims([{ name: 'x' }], [])).toEqual([`${at}[0]: Not found: "x": ${unknown} which is empty`]);
    expect(claims([{ name: 'gpu' }, { name: 'gpu', request: 'a' }])).toEqual([
      `${at}[1]: Duplicate value: "gpu"`,
    ]);
    expect(
      claims([
        { name: 'gpu', request: 'a' },
        { name: 'gpu', request: 'a' },
      ]),
    ).toEqual([`${at}[1]: Duplicate value: "gpu/a"`]);
    expect(claims([{ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'b' }, { name: 'gpu' }])).toEqual([
      `${at}[2]: Duplicate value: "gpu"`,
      `${at}[2]: Duplicate value: "gpu"`,
    ]);
    expect(claims([{ name: 'gpu', request: 'A.b' }])[0]).toMatch(`${at}[0].request: Invalid value: "A.b"`);
  });
});

describe('resize policy', () => {
  const at = `${AT}.resizePolicy`;
  const policy = (resourceName?: string, restartPolicy?: string) => ({ resourceName, restartPolicy });

  test('characters that JSON escapes', () => {
    expect(said(of({ resizePolicy: [policy('cpu', '<')] }))).toEqual([
      `${at}: Unsupported value: "\\u003c": supported values: "NotRequired", "RestartContainer"`,
    ]);
    expect(said(of({ resizePolicy: [policy('cpu', '<')] }), 33)).toEqual([
      `${at}: Unsupported value: "<": supported values: "NotRequired", "RestartContainer"`,
    ]);
  });

  test('resources and policies', () => {
    expect(said(of({ resizePolicy: [policy()] }))).toEqual([
      `${at}: Required value`,
      `${at}: Required value`,
    ]);
    expect(said(of({ resizePolicy: [policy('pods', 'Maybe')] }))).toEqual([
      `${at}: Unsupported value: "pods": supported values: "cpu", "memory"`,
      `${at}: Unsupported value: "Maybe": supported values: "NotRequired", "RestartContainer"`,
    ]);
    expect(said(of({ resizePolicy: [policy('cpu', 'NotRequired'), policy('cpu', 'NotRequired')] }))).toEqual([
      `${at}[1]: Duplicate value: "cpu"`,
    ]);
  });

  test('no restarts where nothing is restarted', () => {
    const spec = of({ resizePolicy: [policy('cpu', 'RestartContainer')] }, { restartPolicy: 'Never' });
    expect(said(spec)).toEqual([
      `${at}: Invalid value: "RestartContainer": must be 'NotRequired' when pod \`restartPolicy\` is 'Never'`,
    ]);
    expect(said(spec, 35)).toEqual([
      `${at}: Invalid value: "RestartContainer": must be 'NotRequired' when \`restartPolicy\` is 'Never'`,
    ]);
  });

  test('nor for init containers that end, from 1.36 on', () => {
    const spec = init({ resizePolicy: [policy('cpu', 'RestartContainer')] });
    expect(said(spec)).toEqual([
      'spec.initContainers[0].resizePolicy[0].restartPolicy: Invalid value: "RestartContainer": must not be set to \'RestartContainer\' for non-sidecar initContainers',
    ]);
    expect(said(spec, 35)).toEqual([]);
    expect(
      said(init({ restartPolicy: 'Always', resizePolicy: [policy('cpu', 'RestartContainer')] })),
    ).toEqual([]);
  });
});

describe('restart rules', () => {
  const rule = { action: 'Restart', exitCodes: { operator: 'In', values: [1] } };
  const at = `${AT}.restartPolicyRules`;
  const AT_INIT = 'spec.initContainers[0]';

  test('a policy, an action, exit codes', () => {
    expect(said(of({ restartPolicyRules: [rule] }))).toEqual([
      `${AT}.restartPolicy: Required value: must specify restartPolicy when restart rules are used`,
    ]);
    expect(said(of({ restartPolicy: 'Never', restartPolicyRules: [{}] }))).toEqual([
      `${at}[0].action: Unsupported value: "": supported values: "Restart", "RestartAllContainers"`,
      `${at}[0].exitCodes: Required value: must be specified`,
    ]);
    expect(
      said(
        of({
          restartPolicy: 'Never',
          restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'Is' } }],
        }),
        35,
      ),
    ).toEqual([
      `${at}[0].action: Unsupported value: "RestartAllContainers": supported values: "Restart"`,
      `${at}[0].exitCodes.operator: Unsupported value: "Is": supported values: "In", "NotIn"`,
    ]);
  });

  test('not too many', () => {
    const many = of({ restartPolicy: 'Never', restartPolicyRules: Array.from({ length: 21 }, () => rule) });
    expect(said(many)).toEqual([`${at}: Too many: 21: must have at most 20 items`]);
    expect(said(many, 35)).toEqual([`${at}: Too long: may not be more than 20 bytes`]);
    const codes = of({
      restartPolicy: 'Never',
      restartPolicyRules: [
        {
          action: 'Restart',
          exitCodes: { operator: 'In', values: Array.from({ length: 256 }, (_, code) => code) },
        },
      ],
    });
    expect(said(codes)).toEqual([`${at}[0].exitCodes.values: Too many: 256: must have at most 255 items`]);
  });

  test('of init containers', () => {
    expect(said(init({ restartPolicyRules: [{}] }))).toEqual([
      `${AT_INIT}.restartPolicy: Required value: must specify restartPolicy when restart rules are used`,
    ]);
    expect(said(init({ restartPolicy: 'Always', restartPolicyRules: [rule] }))).toEqual([]);
    expect(said(init({ restartPolicy: 'Always', restartPolicyRules: [rule] }), 35)).toEqual([
      `${AT_INIT}.restartPolicyRules: Forbidden: restartPolicyRules are not allowed for init containers with restart policy Always`,
    ]);
  });
});

describe('ephemeral containers', () => {
  const at = 'spec.ephemeralContainers[0]';
  const forbidden = 'Forbidden: cannot be set for an Ephemeral Container';

  test('what they may not have', () => {
    const probe = { exec: { command: ['true'] } };
    expect(
      said(
        debug({
          ports: [],
          resources: {},
          livenessProbe: probe,
          readinessProbe: probe,
          startupProbe: probe,
          lifecycle: { preStop: probe },
        }),
      ),
    ).toEqual([
      `${at}.ports: ${forbidden}`,
      `${at}.livenessProbe: ${forbidden}`,
      `${at}.readinessProbe: ${forbidden}`,
      `${at}.startupProbe: ${forbidden}`,
      `${at}.lifecycle: ${forbidden}`,
    ]);
    expect(said(debug({ resources: { limits: { cpu: '1' } }, restartPolicy: 'Always' }))).toEqual([
      `${at}.resources: ${forbidden}`,
      `${at}.restartPolicy: ${forbidden}`,
    ]);
  });

  test('name, target, image, mounts', () => {
    expect(said(debug({ name: 'web', targetContainerName: 'nope', image: ' x' }))).toEqual([
      `${at}.image: Invalid value: " x": must not have leading or trailing whitespace`,
      `${at}.name: Duplicate value: "web"`,
      `${at}.targetContainerName: Not found: "nope"`,
    ]);
    const volumes = [{ name: 'data', emptyDir: {} }];
    expect(
      said(
        debug(
          {
            targetContainerName: 'web',
            volumeMounts: [{ name: 'data', mountPath: '/a', subPath: 'b', subPathExpr: '' }],
          },
          { volumes },
        ),
      ),
    ).toEqual([`${at}.volumeMounts[0].subPath: ${forbidden}`]);
  });
});

describe('names, images, host ports', () => {
  test('names are unique over all lists', () => {
    expect(said({ containers: [WEB, WEB], initContainers: [WEB] })).toEqual([
      'spec.containers[1].name: Duplicate value: "web"',
      'spec.initContainers[0].name: Duplicate value: "web"',
    ]);
    expect(said({ containers: [WEB], initContainers: [{ image: 'a' }, { image: 'b' }] })).toEqual([
      'spec.initContainers[0].name: Required value',
      'spec.initContainers[1].name: Required value',
    ]);
    expect(said({ containers: [{ image: 'a' }, { image: 'b' }] })).toEqual([
      'spec.containers[0].name: Required value',
      'spec.containers[1].name: Required value',
      'spec.containers[1].name: Duplicate value: ""',
    ]);
  });

  test('an ephemeral one, too, where no name is one', () => {
    expect(
      said({ containers: [WEB], initContainers: [{ image: 'a' }], ephemeralContainers: [{ image: 'b' }] }),
    ).toContain('spec.ephemeralContainers[0].name: Duplicate value: ""');
  });

  test('whitespace around an image, but for templates', () => {
    const text = 'must not have leading or trailing whitespace';
    expect(said(of({ image: 'nginx\n' }))).toEqual([`${AT}.image: Invalid value: "nginx\\n": ${text}`]);
    expect(said(init({ image: '\u0085a' }))).toEqual([
      `spec.initContainers[0].image: Invalid value: "\\u0085a": ${text}`,
    ]);
    expect(said(of({ image: 'nginx\ufeff' }))).toEqual([]);
    expect(said(of({ image: 'nginx ' }), 36, 'Deployment')).toEqual([]);
  });

  test('host ports within an init container, which is called the first', () => {
    const ports = [
      { containerPort: 1, hostPort: 80 },
      { containerPort: 2, hostPort: 80 },
    ];
    expect(
      said({
        containers: [WEB],
        initContainers: [
          { name: 'a', image: 'a', ports: [ports[0]] },
          { name: 'b', image: 'b', ports },
        ],
      }),
    ).toEqual(['spec.initContainers[0].ports[1].hostPort: Duplicate value: "TCP//80"']);
  });
});

describe('environment from files', () => {
  const env = [{ name: 'A', valueFrom: { fileKeyRef: { key: 'a', path: 'env', volumeName: 'data' } } }];
  const at = `${AT}.env[0].valueFrom.fileKeyRef.volumeName`;

  test('reads emptyDir volumes', () => {
    expect(said(of({ env }))).toEqual([`${at}: Not found: "data"`]);
    expect(said(of({ env }, { volumes: [{ name: 'data', hostPath: { path: '/a' } }] }))).toEqual([
      `${at}: Invalid value: "data": referenced volume must be of type emptyDir`,
    ]);
    expect(said(of({ env }, { volumes: [{ name: 'data' }] }))).toEqual([]);
  });
});

test('findings are shown where the mistake is, though the server names another field', () => {
  const policy = [{ resourceName: 'cpu', restartPolicy: 'Maybe' }];
  const ports = [
    { containerPort: 1, hostPort: 80 },
    { containerPort: 2, hostPort: 80 },
  ];
  const spec = {
    containers: [{ ...WEB, resizePolicy: policy }],
    initContainers: [
      { name: 'a', image: 'a' },
      { name: 'b', image: 'b', ports },
    ],
  };
  const { findings } = judge(
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec },
    { minor: 36 },
  );
  expect(ofServer(findings).map(({ path, at }) => `${path} at ${at}`)).toEqual([
    `${AT}.resizePolicy at ${AT}.resizePolicy[0].restartPolicy`,
    'spec.initContainers[0].ports[1].hostPort at spec.initContainers[1].ports[1].hostPort',
  ]);
});

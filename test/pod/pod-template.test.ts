import { InitStage, PodPattern, PodTemplate } from '../../lib';

const main = { name: 'app', image: 'app' };
const container = (name: string) => ({ name, image: name });
const names = (containers: readonly { readonly name: string }[] | undefined) =>
  containers?.map(({ name }) => name);

test('the order is gates, native sidecars, init containers; main, further containers', () => {
  const pod = new PodTemplate({
    main,
    containers: [container('second')],
    initContainers: [container('own-1'), container('own-2')],
  });
  pod.addSidecar(container('classic'), { native: false });
  pod.addInitContainer(container('late-init'));
  pod.addSidecar(container('sidecar-1'));
  pod.addInitContainer(container('wait'), InitStage.SIDECAR);
  pod.addSidecar(container('sidecar-2'));
  pod.addInitContainer(container('gate'), InitStage.GATE);
  const spec = pod.toSpec();
  expect(names(spec.initContainers)).toEqual([
    'gate',
    'sidecar-1',
    'wait',
    'sidecar-2',
    'own-1',
    'own-2',
    'late-init',
  ]);
  expect(names(spec.containers)).toEqual(['app', 'second', 'classic']);
});

test('every other field of a PodSpec stands under its own name, unknown ones too', () => {
  const pod = new PodTemplate({
    main,
    hostPid: true,
    nodeSelector: { disktype: 'ssd' },
    colour: 'red',
  } as never);
  expect(pod.toSpec()).toEqual({
    containers: [main],
    hostPid: true,
    nodeSelector: { disktype: 'ssd' },
    colour: 'red',
  });
});

test('a native sidecar restarts always, unless it says otherwise', () => {
  const pod = new PodTemplate({ main });
  pod.addSidecar(container('a'));
  pod.addSidecar({ ...container('b'), restartPolicy: 'Always' });
  expect(pod.initContainers).toEqual([
    { ...container('a'), restartPolicy: 'Always' },
    { ...container('b'), restartPolicy: 'Always' },
  ]);
});

test('mounts, variables, labels and annotations are added to what is there', () => {
  const given = { ...main, env: [{ name: 'A', value: '1' }], volumeMounts: [{ name: 'v', mountPath: '/v' }] };
  const pod = new PodTemplate({ main: given });
  pod.mount('app', { name: 'w', mountPath: '/w' });
  pod.addEnv('app', { name: 'B', value: '2' });
  pod.addVolume({ name: 'w', emptyDir: {} });
  pod.addLabel('a', 'b');
  pod.addAnnotation('c', 'd');
  expect(pod.main).toEqual({
    ...main,
    env: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
    volumeMounts: [
      { name: 'v', mountPath: '/v' },
      { name: 'w', mountPath: '/w' },
    ],
  });
  expect([pod.volumes, pod.labels, pod.annotations]).toEqual([
    [{ name: 'w', emptyDir: {} }],
    { a: 'b' },
    { c: 'd' },
  ]);
  expect(given.volumeMounts).toHaveLength(1);
});

test('a mount into a container that is not there names those that are', () => {
  const pod = new PodTemplate({ main, containers: [container('other')] });
  expect(() => pod.mount('nope', { name: 'v', mountPath: '/v' })).toThrow(
    'the Pod has no container named "nope", only "app", "other"',
  );
});

test('containers and volumes can be looked up', () => {
  const pod = new PodTemplate({ main, volumes: [{ name: 'v', emptyDir: {} }] });
  pod.addInitContainer(container('init'));
  expect([
    pod.tryContainer('init'),
    pod.tryContainer('nope'),
    pod.tryVolume('v'),
    pod.tryVolume('nope'),
  ]).toEqual([container('init'), undefined, { name: 'v', emptyDir: {} }, undefined]);
});

test('what it gives out are copies', () => {
  const pod = new PodTemplate({ main });
  pod.containers.push(container('x'));
  pod.volumes.push({ name: 'x' });
  pod.labels.x = 'y';
  expect([pod.containers, pod.volumes, pod.labels]).toEqual([[main], [], {}]);
});

test('patterns of users work like those of the library, in the order given and later', () => {
  class Helper extends PodPattern {
    constructor(private readonly name: string) {
      super();
    }
    applyTo(pod: PodTemplate): void {
      pod.addContainer(container(`${this.name}-of-${pod.main.name}`));
    }
  }
  const pod = new PodTemplate({ main, patterns: [new Helper('a'), new Helper('b')] });
  pod.add(new Helper('c'));
  expect(names(pod.containers)).toEqual(['app', 'a-of-app', 'b-of-app', 'c-of-app']);
});

test('a Pod without main container says so when a pattern asks for it', () => {
  expect(() => new PodTemplate({ main: undefined as never }).main).toThrow(
    'the Pod has no main container: set "main"',
  );
});

test('a container can be replaced where it is, with all that was added to it', () => {
  const pod = new PodTemplate({
    main: { ...main, ports: [{ containerPort: 80 }] },
    containers: [container('b')],
  });
  pod.addEnv('app', { name: 'A', value: '1' });
  const { ports, ...rest } = pod.main;
  pod.replaceContainer({ ...rest, args: ['--listen', `127.0.0.1:${ports![0].containerPort}`] });
  expect(pod.containers).toEqual([
    { ...main, env: [{ name: 'A', value: '1' }], args: ['--listen', '127.0.0.1:80'] },
    container('b'),
  ]);
  expect(() => pod.replaceContainer(container('c'))).toThrow(
    'the Pod has no container named "c", only "app", "b"',
  );
});

test('fields of the Pod can be read, set, and set where there are none', () => {
  const pod = new PodTemplate({ main, hostPid: true, securityContext: { fsGroup: 7 } });
  pod.setField('hostPID', false);
  pod.setFieldIfAbsent('hostNetwork', true);
  pod.setFieldIfAbsent('hostPid', true);
  pod.setField('securityContext', { ...pod.podSecurityContext, fsGroupChangePolicy: 'OnRootMismatch' });
  expect(pod.toSpec()).toEqual({
    containers: [main],
    hostPid: false,
    hostNetwork: true,
    securityContext: { fsGroup: 7, fsGroupChangePolicy: 'OnRootMismatch' },
  });
  expect([pod.tryField('hostPID'), pod.tryField('hostIpc')]).toEqual([false, undefined]);
  expect(() => pod.setField('volumes', [])).toThrow(
    '"volumes" cannot be read or set as a field of a Pod: use "volumes" and "addVolume"',
  );
});

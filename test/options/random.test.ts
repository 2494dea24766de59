import { App, Chart, Duration, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import * as library from '../../lib';
import { CALLS } from '../../lib/options/table';
import { structOf, type Type, callOf } from '../../lib/options/types';

/** Fixed, so that a failure is one for everybody; more rounds: `ROUNDS=2000 npx jest test/options`. */
const SETTINGS = { seed: 20261130, numRuns: Number(process.env.ROUNDS ?? 60) };

const cyclic: unknown[] = [];
cyclic.push(cyclic);

/** What somebody might hand over by mistake. */
const STRANGE: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  '',
  'a',
  '80',
  '5m',
  '/a/b.log',
  true,
  [],
  ['a'],
  [null],
  new Array(2),
  {},
  { a: 1 },
  { name: 5 },
  [{ name: 5 }],
  [{ mountPath: 5 }],
  { volumeMounts: 5 },
  { env: null },
  cyclic,
  Symbol('a'),
  10n,
  Object('a'),
  Object(1),
  Object.create(null),
  new Date(0),
  new Map(),
  () => 1,
  library.LogSidecar,
  library.Dependency.tcp('a', 1),
  Duration.seconds(5),
  Duration.millis(5),
  Size.mebibytes(1),
  Lazy.any({ produce: () => 'a' }),
  kplus.Cpu.millis(5),
];

const chart = () => new Chart(new App(), 'demo');

/** Values that fit a type, now and then. */
function fitting(type: Type): fc.Arbitrary<unknown> {
  switch (type.form) {
    case 'string':
      return fc.constantFrom('a', '/a/b', '1.36', 'http://a/b');
    case 'number':
    case 'integer':
      return fc.constantFrom(0, 1, 80, 8080);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(type.text);
    case 'listOf':
      return fc.array(given(type.item), { maxLength: 2 });
    case 'mapOf':
      return fc.dictionary(fc.constantFrom('a', 'b=c', '__proto__'), given(type.item), { maxKeys: 2 });
    case 'struct':
      return structure(type.name);
    case 'union':
      return fc.oneof(...type.types.map(given));
    case 'instance':
      return fc.constantFrom(...instances(type.name));
    default:
      return fc.constantFrom<unknown>({}, { name: 'a' }, { name: 'a', image: 'b' }, ['a'], 'a');
  }
}

function instances(name: string): unknown[] {
  switch (name) {
    case 'Dependency':
      return [library.Dependency.dns('a'), library.Dependency.tcp('a', 80)];
    case 'PodPattern':
      return [
        new library.LogSidecar({ files: ['/var/log/a.log'] }),
        new library.FixPermissions({ fsGroup: 1 }),
      ];
    case 'cdk8s.Duration':
      return [Duration.seconds(5)];
    case 'cdk8s.Size':
      return [Size.mebibytes(5)];
    default:
      return [chart(), new kplus.ConfigMap(chart(), 'map')];
  }
}

function structure(name: string): fc.Arbitrary<unknown> {
  const fields = [...structOf(name).fields];
  const requiredKeys = fields.filter(([, { required }]) => required).map(([field]) => field);
  return fc.record(Object.fromEntries(fields.map(([field, { type }]) => [field, given(type)])), {
    requiredKeys,
  });
}

const given = (type: Type): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...STRANGE) }, { weight: 6, arbitrary: fitting(type) });

const argumentsOf = (name: string) => fc.tuple(...callOf(name).parameters.map(({ type }) => given(type)));

/** Raw exceptions of the language are never the answer. */
function isRaw(error: unknown): boolean {
  return (
    !(error instanceof Error) ||
    ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError'].includes(error.constructor.name) ||
    /Cannot read prop|is not a function|is not iterable/.test(error.message)
  );
}

function answer(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return isRaw(error) ? error : undefined;
  }
}

const names = CALLS.map((line) => line.split(' ')[0]);
const exported = library as unknown as { readonly [name: string]: any };
const isPattern = (name: string) => exported[name]?.prototype instanceof library.PodPattern;
const isWorkload = (name: string) => exported[name]?.prototype instanceof library.Workload;

const POD = {
  main: {
    name: 'app',
    image: 'app:1',
    ports: [{ containerPort: 80 }],
    volumeMounts: [{ name: 'v', mountPath: '/a' }],
  },
  volumes: [{ name: 'v', emptyDir: {} }],
};

const never = (name: string, action: (args: any[]) => unknown) =>
  fc.assert(
    fc.property(argumentsOf(name), (args) => {
      const raw = answer(() => action(args as any[]));
      if (raw) throw raw;
    }),
    SETTINGS,
  );

test.each(names.filter(isPattern))('%s answers random options in words', (name) =>
  never(name, ([options]) => {
    new library.Deployment(chart(), 'a', {
      pod: { ...POD, patterns: [new exported[name](options)] },
    } as never).toYaml();
  }),
);

test.each(names.filter(isWorkload))('%s answers random properties in words', (name) =>
  never(name, ([, , props]) => {
    new exported[name](chart(), 'a', props).toYaml();
  }),
);

test.each(names.filter((name) => /^(Probe|Dependency|Volumes|EnvVars|Kubectl)\./.test(name)))(
  '%s answers random arguments in words',
  (name) =>
    never(name, (args) => {
      const [type, method] = name.split('.');
      const made = exported[type][method](...args);
      if (made instanceof library.KubectlManifest) made.toYaml();
    }),
);

test.each(names.filter((name) => /^PodTemplate\.(add|mount|replace)/.test(name)))(
  '%s answers random arguments in words',
  (name) =>
    never(name, (args) => {
      const pod = new library.Deployment(chart(), 'a', { pod: POD } as never);
      (pod.template as any)[name.split('.')[1]](...args);
      pod.toYaml();
    }),
);

test('PodDefaults answer random options in words', () =>
  never('PodDefaults.add', ([options]) => {
    const scope = chart();
    library.PodDefaults.of(scope).add(options);
    new library.Pod(scope, 'a', POD as never).toYaml();
  }));

test('Validation answers random options in words', () =>
  never('Validation.configure', ([options]) => library.Validation.of(chart()).configure(options)));

test('ManifestValidator answers random options in words', () =>
  never('ManifestValidator', ([options]) => new library.ManifestValidator(options)));

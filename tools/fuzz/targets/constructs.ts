import { App, Chart } from 'cdk8s';
import * as library from '../../../lib';
import { PodPattern, Workload } from '../../../lib';
import { argumentsOf, CALL_NAMES } from '../call-input';
import type { Random } from '../random';
import type { Target } from '../target';
import { decoded, mutated } from '../values';

const HELPER = { name: 'helper', image: 'registry.example.com/helper:1.2', ports: [{ containerPort: 9113 }] };

/** Options of each pattern, as a user would write them. */
const PATTERNS: { readonly [name: string]: object } = {
  Adapter: { container: HELPER, share: '/var/log/app', native: true },
  Ambassador: { container: HELPER, port: 9113, native: true },
  AuthProxy: { container: HELPER, port: 4180, upstreamPort: 8080, mainEnv: [{ name: 'A', value: 'b' }] },
  ConfigReloader: { watch: ['/etc/live'], process: 'app' },
  ContentSync: { repo: 'https://git.example.com/site', to: '/site', period: { $: 'cdk8s.Duration' } },
  CopyFiles: { image: 'registry.example.com/plugins:2', from: ['/plugins/'], to: '/opt/plugins' },
  FixPermissions: { fsGroup: 1000, paths: ['/data'], user: 1000 },
  InitGate: { waitFor: [], timeout: { $: 'cdk8s.Duration' }, name: 'gate', image: 'busybox:1.37' },
  LogSidecar: { files: ['/var/log/app/a.log'], name: 'logs', sizeLimit: { $: 'cdk8s.Size' }, native: true },
  Migrate: {
    container: { name: 'migrate', command: ['app', 'migrate'] },
    envFromMain: true,
    mountsFromMain: true,
    timeout: { $: 'cdk8s.Duration' },
  },
  RenderConfig: {
    to: '/etc/rendered',
    templates: { 'app.conf': 'db=${DB_HOST}' },
    env: [{ name: 'DB_HOST', value: 'db' }],
  },
  SocketCompanion: { container: HELPER, socket: '/run/sql/sql.sock' },
  StatefulMember: { service: 'app', replicas: 3, directory: '/run/member' },
};

const POD = {
  main: {
    name: 'app',
    image: 'nginx:1.27',
    ports: [{ containerPort: 8080 }],
    env: [{ name: 'A', value: 'b' }],
    resources: { requests: { cpu: '10m' } },
  },
  containers: [HELPER],
  volumes: [{ name: 'live', emptyDir: {} }],
  metadata: { labels: { app: 'app' } },
  terminationGracePeriodSeconds: 30,
};

/** Options of each workload, without its Pod. */
const WORKLOADS: { readonly [name: string]: object } = {
  Deployment: { replicas: 3 },
  ReplicaSet: { replicas: 3 },
  DaemonSet: {},
  StatefulSet: { serviceName: 'app', replicas: 3 },
  Job: { backoffLimit: 3 },
  CronJob: { schedule: '@daily' },
};

interface Built {
  readonly workload: string;
  readonly props: unknown;
  readonly pattern: string;
  readonly options: unknown;
}

type Any = new (...given: unknown[]) => never;

const classOf = (name: string) => (library as unknown as { readonly [name: string]: Any })[name];

const isA = (base: { readonly prototype: object }) => (name: string) =>
  base.prototype.isPrototypeOf(classOf(name)?.prototype ?? null);
const PATTERN_NAMES = CALL_NAMES.filter(isA(PodPattern));
const WORKLOAD_NAMES = CALL_NAMES.filter(isA(Workload));

/** Both as users write them, one of the two changed. */
function changed(random: Random): Built {
  const pattern = random.pick(Object.keys(PATTERNS));
  const workload = random.pick(['Pod', ...Object.keys(WORKLOADS)]);
  const props = workload === 'Pod' ? POD : { ...WORKLOADS[workload], pod: POD };
  const options = PATTERNS[pattern];
  if (random.chance(0.5)) return { workload, props, pattern, options: mutated(options, random) };
  return { workload, props: mutated(props, random), pattern, options };
}

/** Both by the table of options. */
function typed(random: Random): Built {
  const [pattern, workload] = [random.pick(PATTERN_NAMES), random.pick(WORKLOAD_NAMES)];
  return {
    workload,
    props: argumentsOf(workload, random)[2],
    pattern,
    options: argumentsOf(pattern, random)[0],
  };
}

export const CONSTRUCTS: Target = {
  name: 'patterns and workloads',
  make(random) {
    if (random.chance(0.5)) return changed(random);
    const [one, other] = [changed(random), typed(random)];
    return random.chance(0.5)
      ? { ...one, pattern: other.pattern, options: other.options }
      : { ...one, workload: other.workload, props: other.props };
  },
  run(input) {
    const { workload, props, pattern, options } = input as Built;
    const chart = new Chart(new App(), 'fuzz');
    const made: Workload = new (classOf(workload))(chart, 'a', decoded(props));
    const added: PodPattern = new (classOf(pattern))(decoded(options));
    const holder = made as unknown as {
      readonly template?: { add(pattern: PodPattern): void };
      add?(pattern: PodPattern): void;
    };
    if (holder.template) holder.template.add(added);
    else holder.add!(added);
    return made.toYaml();
  },
};

import { App, Chart } from 'cdk8s';
import * as library from '../../../lib';
import { argumentsOf, CALL_NAMES } from '../call-input';
import type { Target } from '../target';
import { decoded } from '../values';

type Callable = (...given: unknown[]) => unknown;
interface Members {
  readonly [member: string]: Callable;
}

/** The chart that a call takes part in, with a workload of it. */
interface Scene {
  readonly chart: Chart;
  readonly workload: library.Deployment;
}

const POD: library.PodTemplateProps = {
  main: {
    name: 'app',
    image: 'nginx:1.27',
    ports: [{ containerPort: 8080 }],
    volumeMounts: [{ name: 'live', mountPath: '/etc/live' }],
  },
  containers: [{ name: 'helper', image: 'registry.example.com/helper:1.2' }],
  volumes: [{ name: 'live', emptyDir: {} }],
};

function scene(): Scene {
  const chart = new Chart(new App(), 'fuzz');
  return { chart, workload: new library.Deployment(chart, 'a', { pod: POD }) };
}

/** What the methods of a class are called on. */
const RECEIVERS: { readonly [type: string]: (scene: Scene) => object } = {
  KubectlManifest: () => library.Kubectl.run('a', { image: 'nginx:1.27' }),
  ManifestValidator: () => new library.ManifestValidator(),
  PodDefaults: ({ chart }) => library.PodDefaults.of(chart),
  PodPattern: () => new library.LogSidecar({ files: ['/var/log/app/a.log'] }),
  PodPatternsValidation: () => new library.PodPatternsValidation(),
  PodTemplate: ({ workload }) => workload.template,
  Validation: ({ chart }) => library.Validation.of(chart),
};

/** Classes that have no instances, and what cdk8s-cli alone calls. */
const NOBODY_CALLS: ReadonlySet<string> = new Set(['Workload', 'PodPatternsValidation.validate']);

/** Calls that no other target makes. */
export const OTHER_CALLS: readonly string[] = CALL_NAMES.filter(
  (name) => !name.startsWith('Kubectl.') && !NOBODY_CALLS.has(name),
);

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

export const CALLS_IN_CODE: Target = {
  name: 'calls in code',
  make(random): Call {
    const name = random.pick(OTHER_CALLS);
    return { name, args: argumentsOf(name, random) };
  },
  run(input) {
    const { name, args } = input as Call;
    const [type, method] = name.split('.');
    const set = scene();
    const given = args.map(decoded);
    if (method === undefined) {
      return new (library as unknown as { readonly [type: string]: new (...given: unknown[]) => unknown })[
        type
      ](...given);
    }
    const statics = (library as unknown as { readonly [type: string]: Members })[type];
    const receiver = typeof statics[method] === 'function' ? statics : (RECEIVERS[type](set) as Members);
    receiver[method](...given);
    return (
      set.workload.toYaml() +
      library.Validation.of(set.chart)
        .findings()
        .map(({ message }) => message)
        .join('\n')
    );
  },
};

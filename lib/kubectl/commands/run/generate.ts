import { quote } from '../../../go/format';
import { hasReferenceForm } from '../../../apimachinery/image-reference';
import { strictEnvName } from '../../../apimachinery/keys';
import { KubectlError, KubectlUsageError } from '../../errors';
import type { RUN_FLAGS } from './flags';
import { atoi } from '../../flag-values/number';
import { toInt32 } from '../../../go/atoi';
import { goList, goMap, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { parseLabels, parsePairs } from '../../flag-values/pairs';
import { serviceOf } from '../expose/service';
import type { GeneratorInput } from '../generator-input';

type GivenRun = GeneratorInput<typeof RUN_FLAGS>;

/** kubectl run. */
export function generate(given: GeneratorInput<typeof RUN_FLAGS>): JsonObject {
  checkFlags(given);
  if (!given.name) throw new KubectlError('Parameter: name is required');
  const { values, minor, namespace } = given;
  if (!values.overrides) return podOf(given);
  const { applyOverrides } = require('../../overrides') as typeof import('../../overrides');
  const pod = applyOverrides(podOf({ ...given, namespace: '' }), values, 'core.v1.Pod', minor);
  if (namespace) pod.setNamespace(namespace);
  return pod.toObject();
}

const usage = (message: string) => new KubectlUsageError(message, 'kubectl run');

const RESTART = ['', 'Always', 'OnFailure', 'Never'];
const PULL = ['', 'Always', 'IfNotPresent', 'Never'];

/** What is wrong with the flags, in the order that RunOptions.Run looks at them. */
function checkFlags({ values, changed }: GivenRun): void {
  if (values['pod-running-timeout'] <= 0) throw usage('--pod-running-timeout must be higher than zero');
  if (!values.image) throw new KubectlError('--image is required');
  if (!hasReferenceForm(values.image)) {
    throw new KubectlError(`Invalid image name ${quote(values.image)}: invalid reference format`);
  }
  if (values.tty && !values.stdin) throw usage('-i/--stdin is required for containers with -t/--tty=true');
  if (values.expose && !values.port) throw usage('--port must be set when exposing a service');
  if (!RESTART.includes(values.restart)) throw usage(`invalid restart policy: ${values.restart}`);
  checkAttaching(values, values.attach || (values.stdin && !changed.has('attach')));
  if (!PULL.includes(values['image-pull-policy'])) {
    throw usage(`invalid image pull policy: ${values['image-pull-policy']}`);
  }
}

function checkAttaching(values: GivenRun['values'], attach: boolean): void {
  if (values.rm && !attach) throw usage('--rm should only be used for attached containers');
  if (attach && values['dry-run'] !== 'none') {
    throw usage(
      "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
    );
  }
}

/** BasicPod.Generate. */
function podOf({ name, args, values, namespace, minor }: GivenRun): JsonObject {
  const env = goList(values.env.map(envVar));
  const annotations = goMap(parsePairs(values.annotations, 'annotations', false).set);
  const labels = goMap(values.labels ? parseLabels(values.labels) : [['run', name]]);
  const ports = values.port ? [{ containerPort: toInt32(atoi(values.port)) }] : undefined;
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: objectMeta({ name, namespace, labels, annotations }, minor),
    spec: {
      containers: [
        struct({
          name,
          image: values.image,
          ...commandOf(args, values.command),
          ports,
          env,
          resources: {},
          ...behaviour(values),
        }),
      ],
      restartPolicy: values.restart || 'Always',
      dnsPolicy: 'ClusterFirst',
    },
    status: {},
  };
}

const commandOf = (args: readonly string[], command: boolean) => ({
  command: command ? goList(args) : undefined,
  args: command ? undefined : goList(args),
});

const behaviour = ({ stdin, tty, privileged, ...values }: GivenRun['values']) => ({
  imagePullPolicy: values['image-pull-policy'] || undefined,
  securityContext: privileged ? { privileged } : undefined,
  stdin: stdin || undefined,
  stdinOnce: (stdin && !values['leave-stdin-open']) || undefined,
  tty: tty || undefined,
});

/** The Service that `--expose` asks for (RunOptions.generateService). */
export function serviceOfPod({ name, values: { port, labels }, namespace, minor }: GivenRun): JsonObject {
  return serviceOf(
    { ...NO_SERVICE_FLAGS, name, selector: labels || `run=${name}`, labels, ports: port },
    namespace,
    minor,
  );
}

const NO_SERVICE_FLAGS = {
  'target-port': '',
  protocol: '',
  type: '',
  'cluster-ip': '',
  'external-ip': '',
  'load-balancer-ip': '',
  'session-affinity': '',
  protocols: new Map<string, readonly string[]>(),
};

/** parseEnvs. */
function envVar(text: string): JsonObject {
  const at = text.indexOf('=');
  const name = text.slice(0, at);
  if (at <= 0 || strictEnvName(name).length) throw new KubectlError(`invalid env: ${text}`);
  return struct({ name, value: text.slice(at + 1) || undefined });
}

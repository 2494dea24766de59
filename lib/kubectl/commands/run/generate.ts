import { KubectlError } from '../../errors';
import { checkFlags, envVar, OWN_OBJECTS_SINCE } from './check';
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
  const { values, minor, namespace } = given;
  if (!given.name && minor < OWN_OBJECTS_SINCE) throw new KubectlError('Parameter: name is required');
  if (!values.overrides) return podOf(given);
  const { applyOverrides } = require('../../overrides') as typeof import('../../overrides');
  const pod = applyOverrides(podOf({ ...given, namespace: '' }), values, 'core.v1.Pod', minor);
  if (namespace) pod.setNamespace(namespace);
  return pod.toObject();
}

/** BasicPod.Generate, 1.36, and RunOptions.createPod, 1.37. */
function podOf(given: GivenRun): JsonObject {
  const { name, args, values, namespace, minor } = given;
  const env = goList(
    values.env.map(envVar).map(([key, value]) => struct({ name: key, value: value || undefined })),
  );
  const annotations = goMap(parsePairs(values.annotations, 'annotations', false).set);
  const labels = goMap(labelsOf(given));
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
      restartPolicy: values.restart || (values.stdin && minor >= OWN_OBJECTS_SINCE ? 'OnFailure' : 'Always'),
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

/** The Service that `--expose` asks for (RunOptions.generateService, 1.36; createService, 1.37). */
export function serviceOfPod(given: GivenRun): JsonObject {
  const { name, values, namespace, minor } = given;
  const { port, labels } = values;
  if (minor < OWN_OBJECTS_SINCE) {
    const selector = labels || `run=${name}`;
    return serviceOf({ ...NO_SERVICE_FLAGS, name, selector, labels, ports: port }, namespace, minor);
  }
  const number = toInt32(atoi(port));
  const own = labels ? goMap(parseLabels(labels)) : undefined;
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: objectMeta({ name, namespace, labels: own }, minor),
    spec: {
      ports: [{ protocol: 'TCP', port: number, targetPort: number }],
      selector: goMap(labelsOf(given)),
    },
    status: { loadBalancer: {} },
  };
}

const labelsOf = ({ name, values: { labels } }: GivenRun) =>
  labels ? parseLabels(labels) : ([['run', name]] as const);

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

import type { JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import type { CREATE_DEPLOYMENT_FLAGS } from './flags';
import { goList, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';

/** kubectl create deployment. */
export function generate(given: GeneratorInput<typeof CREATE_DEPLOYMENT_FLAGS>): JsonObject {
  const {
    name,
    args,
    values: { image, replicas },
    namespace,
    minor,
  } = given;
  if (image.length > 1 && args.length) {
    throw new KubectlError('cannot specify multiple --image options and command');
  }
  const labels = { app: name };
  return {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    metadata: objectMeta({ name, namespace, labels }, minor),
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: objectMeta({ labels }, minor), spec: { containers: containersOf(given) } },
      strategy: {},
    },
    status: {},
  };
}

function containersOf({
  values: { image, port },
  args,
  random,
}: GeneratorInput<typeof CREATE_DEPLOYMENT_FLAGS>) {
  return image.map((one, index) =>
    struct({
      name: containerName(one, random),
      image: one || undefined,
      command: goList(args),
      ports: index === 0 && port >= 0 ? [struct({ containerPort: port })] : undefined,
      resources: {},
    }),
  );
}

/**
 * The image's name without registry, tag and digest; one that is no name for a container is changed, and made
 * unique (sanitizeAndUniquify).
 */
function containerName(image: string, random: () => string): string {
  const name = image.split('/').at(-1)!.split(':')[0].split('@')[0];
  return /[_.]/.test(name) ? `${name.replace(/[_.]/g, '-')}-${random()}` : name;
}

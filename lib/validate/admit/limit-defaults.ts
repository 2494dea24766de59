import { compareBytes } from '../../go/format';
import type { Container, LimitRange, Pod, ResourceRequirements, Scalar } from '../schema/types';

type Amounts = { [resource: string]: Scalar };

const ANNOTATION = 'kubernetes.io/limit-ranger';

/** Sets what a LimitRange has as defaults (PodMutateLimitFunc, plugin/pkg/admission/limitranger 1.36). */
export function setLimitDefaults({ spec: { limits = [] } = {} }: LimitRange, pod: Pod): void {
  const items = limits.filter(({ type }) => type === 'Container');
  const defaults = {
    requests: merged(items.map(({ defaultRequest }) => defaultRequest)),
    limits: merged(items.map((item) => item.default)),
  };
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  const texts = [
    ...containers.flatMap((container) => setDefaults(container, 'container', defaults)),
    ...initContainers.flatMap((container) => setDefaults(container, 'init container', defaults)),
  ];
  if (!texts.length) return;
  const metadata = (pod.metadata ??= {});
  metadata.annotations = {
    ...metadata.annotations,
    [ANNOTATION]: `LimitRanger plugin set: ${texts.join('; ')}`,
  };
}

const merged = (lists: readonly (Amounts | undefined)[]): Amounts => Object.assign({}, ...lists) as Amounts;

interface Defaults {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/** What was set, in the words of the annotation (mergeContainerResources). */
function setDefaults(container: Container, what: string, defaults: Defaults): string[] {
  const words = { requests: 'request', limits: 'limit' } as const;
  return (['requests', 'limits'] as const).flatMap((list) => {
    const resources: ResourceRequirements = (container.resources ??= {});
    const own = resources[list] ?? {};
    const missing = Object.keys(defaults[list]).filter((resource) => !Object.hasOwn(own, resource));
    if (!missing.length) return [];
    resources[list] = { ...defaults[list], ...own };
    return [`${missing.sort(compareBytes).join(', ')} ${words[list]} for ${what} ${container.name}`];
  });
}

import { closest } from '../closest';
import type { Field, Hint } from '../field';
import { goString, goText } from '../../go/format';
import type { Scalar } from '../schema/types';
import { qualifiedName } from '../../apimachinery/labels';

/** Amounts of resources, by the names of these. */
export type Amounts = { readonly [resource: string]: Scalar };

/** Judges the name of a resource among those that stand beside it. */
export type JudgeName = (resource: string, at: Field, amounts: Amounts) => void;

/** Says what to use instead of an unknown name. */
type HintFor = (resource: string, amounts: Amounts) => Hint;

/** How a name is reported. */
interface Reporting {
  readonly hintFor?: HintFor;
  /** What a malformed name is shown as. */
  readonly shown?: (resource: string) => unknown;
}

const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);

const COUNTED_RESOURCES = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const QUOTA_RESOURCES = new Set([
  ...CONTAINER_RESOURCES,
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  ...COUNTED_RESOURCES,
]);

const COUNTED = new Set(COUNTED_RESOURCES);
const STANDARD_RESOURCES = new Set([...QUOTA_RESOURCES, 'storage']);

/** Whether it is one (validateResourceName, pkg/apis/core/validation 1.36). */
export function judgeResource(
  resource: string,
  at: Field,
  amounts: Amounts,
  { hintFor = containerHint, shown = goText }: Reporting = {},
): boolean {
  const messages = qualifiedName(resource, at.minor);
  if (messages.length) {
    at.invalidEach(shown(resource), messages, renamed(resource));
    return false;
  }
  const known = resource.includes('/') || STANDARD_RESOURCES.has(resource) || isQuotaPage(resource);
  if (!known) {
    at.invalid(
      goText(resource),
      'must be a standard resource type or fully qualified',
      hintFor(resource, amounts),
    );
  }
  return known;
}

/** validateContainerResourceName, 1.36. */
export function judgeContainerResource(
  resource: string,
  at: Field,
  amounts: Amounts,
  reporting: Reporting = {},
): void {
  judgeResource(resource, at, amounts, reporting);
  if (!resource.includes('/')) {
    if (CONTAINER_RESOURCES.has(resource) || isHugePage(resource)) return;
    at.invalid(
      goText(resource),
      'must be a standard resource for containers',
      containerHint(resource, amounts),
    );
  } else if (!isNative(resource) && !isExtended(resource, at.minor)) {
    at.invalid(goText(resource), "doesn't follow extended resource name standard", renamed(resource));
  }
}

/** ValidateContainerResourceName, pkg/apis/core/v1/validation 1.36: the name alone. */
export const judgeContainerResourceName = (resource: string, at: Field): void =>
  judgeContainerResource(resource, at, {}, { shown: goString });

/** ValidateResourceQuotaResourceName, 1.36. */
export function judgeQuotaResource(resource: string, at: Field, amounts: Amounts): void {
  judgeResource(resource, at, amounts, { hintFor: quotaHint });
  if (resource.includes('/') || isQuotaResource(resource)) return;
  at.invalid(goText(resource), 'must be a standard resource for quota', quotaHint(resource, amounts));
}

const renamed = (resource: string): Hint => ({ suggestion: `rename the resource "${resource}"` });

const among =
  (names: ReadonlySet<string>, otherwise: string): HintFor =>
  (resource, amounts) => {
    const near = SHORT_NAMES.get(resource) ?? (isGpu(resource) ? undefined : closest(resource, names));
    if (near === undefined) return { suggestion: otherwise };
    return Object.hasOwn(amounts, near)
      ? { suggestion: `did you mean "${near}"? That is set already: remove one of them` }
      : { suggestion: `did you mean "${near}"?`, meantKey: near };
  };

const containerHint = among(
  CONTAINER_RESOURCES,
  'use cpu, memory, ephemeral-storage, hugepages-<size> or an extended resource such as "example.com/gpu"',
);

const quotaHint = among(
  QUOTA_RESOURCES,
  'use a resource such as requests.cpu, limits.memory, requests.storage or pods, or count objects of any kind, such as "count/deployments.apps"',
);

/** Of claims and of anything else that is neither a container nor a Pod. */
export const storageHint = among(
  STANDARD_RESOURCES,
  'use storage, or an extended resource such as "example.com/gpu"',
);

/** Too short to be a misspelling of what they stand for. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['mem', 'memory'],
  ['ram', 'memory'],
]);

/** One letter from `cpu`, which nobody means by it. */
const isGpu = (resource: string) => /gpus?$/i.test(resource);

export const isHugePage = (resource: string) => resource.startsWith('hugepages-');
const isQuotaPage = (resource: string) => isHugePage(resource) || resource.startsWith('requests.hugepages-');

/** IsNativeResource, pkg/apis/core/helper 1.36. */
export const isNative = (resource: string) => !resource.includes('/') || resource.includes('kubernetes.io/');

/** Whether limits may be higher than requests: IsOvercommitAllowed, 1.36. */
export const allowsOvercommit = (resource: string) => isNative(resource) && !isHugePage(resource);

/** Whether there are only whole ones: IsIntegerResourceName, 1.36. */
export const isCounted = (resource: string, minor: number) =>
  COUNTED.has(resource) || isExtended(resource, minor);

/** IsStandardQuotaResourceName, 1.36. */
export const isQuotaResource = (resource: string) => QUOTA_RESOURCES.has(resource) || isQuotaPage(resource);

/** IsExtendedResourceName, 1.36. */
export function isExtended(resource: string, minor: number): boolean {
  return (
    !isNative(resource) &&
    !resource.startsWith('requests.') &&
    qualifiedName(`requests.${resource}`, minor).length === 0
  );
}

import { closest } from '../closest';
import type { Field, Hint } from '../field';
import { goString, goText, GoValue } from '../../go/format';
import type { ResourceRequirements, Scalar } from '../schema/types';
import { qualifiedName } from '../../apimachinery/labels';
import type { Quantity } from '../../apimachinery/quantity';
import { amountOf, parseQuantity } from '../../apimachinery/parse-quantity';
import type { ContainerRule } from './container-subject';
import { judgeClaims } from './resource-claims';
import { defineRule } from '../rule';

export type Amounts = { readonly [resource: string]: Scalar };

/** Requests and limits of a container: validateResourceRequirements, 1.36. */
export const RESOURCES = defineRule<ContainerRule>({
  id: 'container-resources',
  stage: 'judge',
  mistake:
    'a resource with an unknown name or a negative amount, a request above its limit, or a claim that does not exist',
  suggestion: 'decrease the request or increase the limit',
  field: 'resources',
  judge({ container: { resources }, pod: { claims } }, at) {
    if (!resources) return;
    judgeRequirements(resources, at.field('resources'));
    if (resources.claims) judgeClaims(resources.claims, claims, at.field('resources', 'claims'));
  },
});

/** validateResourceRequirements, 1.36; the claims aside. */
export function judgeRequirements(
  { limits = {}, requests = {} }: ResourceRequirements,
  at: Field,
  { judgeName = judgeContainerResource, read = amountOf }: Judging = {},
): void {
  judgeAmounts(limits, { judgeName, read }, undefined, at.field('limits'));
  judgeAmounts(requests, { judgeName, read }, limits, at.field('requests'));
  const all = [...Object.keys(limits), ...Object.keys(requests)];
  if (all.some(isHugePage) && !all.some((resource) => resource === 'cpu' || resource === 'memory')) {
    at.forbidden('HugePages require cpu or memory', { suggestion: 'also request cpu or memory' });
  }
}

/** How requirements are judged that are not a container's. */
interface Judging {
  readonly judgeName?: JudgeName;
  /** Reads an amount: defaulting rounds those of most kinds. */
  readonly read?: (amount: Scalar) => Quantity;
}

/** Judges the name of a resource among those that stand beside it. */
type JudgeName = (resource: string, at: Field, amounts: Amounts) => void;

/** Limits, or requests beside their limits. */
function judgeAmounts(
  amounts: Amounts,
  { judgeName, read }: Required<Judging>,
  limits: Amounts | undefined,
  at: Field,
): void {
  for (const resource in amounts) {
    const place = at.key(resource);
    const amount = read(amounts[resource]);
    judgeName(resource, place, amounts);
    judgeAmount(resource, amount, place);
    if (limits) judgeAgainstLimit(resource, amount, limits, at.shownAt(place));
    judgePages(resource, amount, place);
  }
}

/** validateResourceQuantityHugePageValue, 1.36. */
function judgePages(resource: string, amount: Quantity, at: Field): void {
  if (isHugePage(resource) && !isWholePages(resource, amount)) {
    at.invalid(amount.toString(), `${amount} is not positive integer multiple of ${resource}`);
  }
}

/** ValidateResourceQuantityValue, 1.36. */
export function judgeAmount(resource: string, amount: Quantity, at: Field): void {
  if (amount.sign() < 0) at.invalid(amount.toString(), 'must be greater than or equal to 0');
  if (isCounted(resource, at.minor) && !amount.roundsToInteger()) {
    at.invalid(new GoValue(amount.toString(), amount.goSyntax()), 'must be an integer');
  }
}

/** A request and its limit; the server names the list of requests, not the resource. */
function judgeAgainstLimit(resource: string, request: Quantity, limits: Amounts, at: Field): void {
  const overcommit = isNative(resource) && !isHugePage(resource);
  if (!Object.hasOwn(limits, resource)) {
    if (!overcommit) {
      at.sibling('limits')
        .shownAt(at)
        .required('Limit must be set for non overcommitable resources', {
          suggestion: `set limits.${resource} to ${request}, too`,
        });
    }
    return;
  }
  const limit = amountOf(limits[resource]);
  const order = request.compare(limit);
  if (order === 0 || (order < 0 && overcommit)) return;
  const related = [{ message: 'the limit is set here', path: at.sibling('limits').key(resource) }];
  if (!overcommit) {
    at.invalid(request.toString(), `must be equal to ${resource} limit of ${limit}`, {
      suggestion: `set both to ${limit}`,
      related,
    });
  } else {
    at.invalid(request.toString(), `must be less than or equal to ${resource} limit of ${limit}`, {
      suggestion: `decrease requests.${resource} to ${limit} or increase limits.${resource} to ${request}`,
      related,
    });
  }
}

const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);
const STANDARD_RESOURCES = new Set([
  ...CONTAINER_RESOURCES,
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'storage',
  'requests.storage',
  'services.nodeports',
  'services.loadbalancers',
]);
const COUNTED_RESOURCES = new Set([
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]);

/** Whether it is one (validateResourceName, 1.36). */
export function judgeResource(resource: string, at: Field, amounts: Amounts, shown = goText): boolean {
  const messages = qualifiedName(resource, at.minor);
  messages.forEach((message) => at.invalid(shown(resource), message));
  if (messages.length) return false;
  const known =
    resource.includes('/') ||
    STANDARD_RESOURCES.has(resource) ||
    isHugePage(resource) ||
    resource.startsWith('requests.hugepages-');
  if (!known) {
    at.invalid(
      goText(resource),
      'must be a standard resource type or fully qualified',
      hintFor(resource, amounts),
    );
  }
  return known;
}

/** ValidateContainerResourceName, pkg/apis/core/v1/validation 1.36: the name alone. */
export const judgeContainerResourceName = (resource: string, at: Field): void =>
  judgeContainerResource(resource, at, {}, goString);

/** validateContainerResourceName, 1.36. */
function judgeContainerResource(resource: string, at: Field, amounts: Amounts, shown = goText): void {
  judgeResource(resource, at, amounts, shown);
  if (!resource.includes('/')) {
    if (CONTAINER_RESOURCES.has(resource) || isHugePage(resource)) return;
    at.invalid(goText(resource), 'must be a standard resource for containers', hintFor(resource, amounts));
  } else if (!isNative(resource) && !isExtended(resource, at.minor)) {
    at.invalid(goText(resource), "doesn't follow extended resource name standard");
  }
}

const RESOURCE_HINT = {
  suggestion:
    'use cpu, memory, ephemeral-storage, hugepages-<size> or an extended resource such as "example.com/gpu"',
};

function hintFor(resource: string, amounts: Amounts): Hint {
  const near =
    SHORT_NAMES.get(resource) ?? (isGpu(resource) ? undefined : closest(resource, CONTAINER_RESOURCES));
  if (near === undefined) return RESOURCE_HINT;
  return Object.hasOwn(amounts, near)
    ? { suggestion: `did you mean "${near}"? That is set already: remove one of them` }
    : { suggestion: `did you mean "${near}"?`, meantKey: near };
}

/** Too short to be a misspelling of what they stand for. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['mem', 'memory'],
  ['ram', 'memory'],
]);

/** One letter from `cpu`, which nobody means by it. */
const isGpu = (resource: string) => /gpus?$/i.test(resource);

export const isHugePage = (resource: string) => resource.startsWith('hugepages-');
const isNative = (resource: string) => !resource.includes('/') || resource.includes('kubernetes.io/');
const isCounted = (resource: string, minor: number) =>
  COUNTED_RESOURCES.has(resource) || isExtended(resource, minor);

function isExtended(resource: string, minor: number): boolean {
  return (
    !isNative(resource) &&
    !resource.startsWith('requests.') &&
    qualifiedName(`requests.${resource}`, minor).length === 0
  );
}

/** IsHugePageResourceValueDivisible, 1.36. */
function isWholePages(resource: string, amount: Quantity): boolean {
  const size = parseQuantity(resource.slice('hugepages-'.length));
  return (
    typeof size !== 'string' &&
    size.sign() > 0 &&
    size.roundsToInteger() &&
    amount.roundedUp() % size.roundedUp() === 0n
  );
}

import type { Field } from '../field';
import { GoValue } from '../../go/format';
import type { ResourceRequirements, Scalar } from '../schema/types';
import type { Quantity } from '../../apimachinery/quantity';
import { amountOf, parseQuantity } from '../../apimachinery/parse-quantity';
import type { ContainerRule } from './container-subject';
import { judgeClaims } from './resource-claims';
import {
  allowsOvercommit,
  type Amounts,
  isCounted,
  isHugePage,
  judgeContainerResource,
  type JudgeName,
} from './resource-names';
import { defineRule } from '../rule';

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
  const overcommit = allowsOvercommit(resource);
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

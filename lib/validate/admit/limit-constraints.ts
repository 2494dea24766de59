import { goFixed } from '../../go/float';
import { MAX_INT64, type Quantity } from '../../apimachinery/quantity';

/* The constraints of a LimitRange (plugin/pkg/admission/limitranger, 1.36). */

/** What is requested and the limit, of one resource. */
export interface Usage {
  readonly request?: Quantity;
  readonly limit?: Quantity;
}

/** Why a resource is outside the limits. */
export interface Excess {
  readonly text: string;
  /** Which of the two to change. */
  readonly list: 'requests' | 'limits';
  /** What to do, unless that is more than one change. */
  readonly suggestion?: string;
}

/** Judges the use of a resource by an amount that a LimitRange enforces. */
export type Constraint = (
  type: string,
  resource: string,
  enforced: Quantity,
  usage: Usage,
) => Excess | undefined;

const MAX_MILLI = MAX_INT64 / 1000n;

/** Amounts at a common precision (requestLimitEnforcedValues). */
function comparable(...amounts: (Quantity | undefined)[]): bigint[] {
  const whole = amounts.map((amount) => amount?.roundedUp() ?? 0n);
  return whole.every((value) => value <= MAX_MILLI)
    ? amounts.map((amount) => amount?.thousandths() ?? 0n)
    : whole;
}

const excess = (list: Excess['list'], text: string, suggestion?: string): Excess => ({
  list,
  text,
  suggestion,
});

export const minConstraint: Constraint = (type, resource, enforced, { request, limit }) => {
  const start = `minimum ${resource} usage per ${type} is ${enforced}`;
  const [requested, limited, least] = comparable(request, limit, enforced);
  const more = `request at least ${enforced}`;
  if (!request) return excess('requests', `${start}.  No request is specified`, more);
  if (requested < least) return excess('requests', `${start}, but request is ${request}`, more);
  if (!limit || limited >= least) return undefined;
  return excess('limits', `${start}, but limit is ${limit}`, `set the limit to at least ${enforced}`);
};

export const maxConstraint: Constraint = (type, resource, enforced, { request, limit }) => {
  const start = `maximum ${resource} usage per ${type} is ${enforced}`;
  const [requested, limited, most] = comparable(request, limit, enforced);
  const less = `set a limit of at most ${enforced}`;
  if (!limit) return excess('limits', `${start}.  No limit is specified`, less);
  if (limited > most) return excess('limits', `${start}, but limit is ${limit}`, less);
  if (!request || requested <= most) return undefined;
  return excess('requests', `${start}, but request is ${request}`, `request at most ${enforced}`);
};

/** Of claims, which have no limits. */
export const maxRequestConstraint: Constraint = (type, resource, enforced, { request }) => {
  const start = `maximum ${resource} usage per ${type} is ${enforced}`;
  const [requested, most] = comparable(request, enforced);
  const less = `request at most ${enforced}`;
  if (!request) return excess('requests', `${start}.  No request is specified`, less);
  return requested > most ? excess('requests', `${start}, but request is ${request}`, less) : undefined;
};

export const ratioConstraint: Constraint = (type, resource, enforced, { request, limit }) => {
  const start = `${resource} max limit to request ratio per ${type} is ${enforced}`;
  const [requested, limited] = comparable(request, limit, enforced);
  if (!requested) return excess('requests', `${start}, but no request is specified or request is 0`);
  if (!limited) return excess('limits', `${start}, but no limit is specified or limit is 0`);
  const ratio = Number(limited) / Number(requested);
  const exceeds =
    enforced.roundedUp() <= MAX_MILLI
      ? ratio * 1000 > Number(enforced.thousandths())
      : ratio > Number(enforced.roundedUp());
  if (!exceeds) return undefined;
  return excess(
    'requests',
    `${start}, but provided ratio is ${goFixed(ratio)}`,
    `increase the request or decrease the limit: the limit may be at most ${enforced} times the request`,
  );
};

import type { Field } from '../field';
import type { PodSpec, ResourceClaim } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';

/** Names of the Pod's claims: gatherPodResourceClaimNames, 1.36. */
export const claimNames = ({ resourceClaims }: PodSpec): ReadonlySet<string> =>
  resourceClaims ? new Set(resourceClaims.flatMap(({ name }) => name || [])) : NO_NAMES;

const NO_NAMES: ReadonlySet<string> = new Set();

/** Claims that a container uses: validateResourceClaimNames, 1.36. */
export function judgeClaims(claims: readonly ResourceClaim[], known: ReadonlySet<string>, at: Field): void {
  const used = new Uses();
  claims.forEach((claim, index) => judgeClaim(claim, used, known, at.index(index)));
}

function judgeClaim(
  { name = '', request = '' }: ResourceClaim,
  used: Uses,
  known: ReadonlySet<string>,
  at: Field,
): void {
  if (!name) return at.required('', { suggestion: 'use a claim from spec.resourceClaims' });
  if (used.whole(name)) at.duplicate(name, SAME_CLAIM);
  else judgeUse(name, request, used, at);
  if (!known.has(name)) {
    at.notFound(name, { suggestion: 'add it to spec.resourceClaims' }, knownText(known));
  }
}

const SAME_CLAIM = { repeats: ['name'] };

function judgeUse(name: string, request: string, used: Uses, at: Field): void {
  const key = request ? `${name}/${request}` : name;
  if (request) at.field('request').invalidEach(request, dnsLabel(request));
  if (used.whole(key)) {
    at.duplicate(key, { repeats: ['name', 'request'] });
  } else if (!request) {
    for (let times = used.parts(name); times > 0; times--) at.duplicate(name, SAME_CLAIM);
  }
  used.add(key);
}

/** What of which claim is used already. */
class Uses {
  private readonly keys = new Set<string>();
  private readonly requests = new Map<string, number>();

  whole(key: string): boolean {
    return this.keys.has(key);
  }

  /** How many requests of a claim are used. */
  parts(name: string): number {
    return this.requests.get(name) ?? 0;
  }

  add(key: string): void {
    if (this.keys.has(key)) return;
    this.keys.add(key);
    const slash = key.indexOf('/');
    if (slash >= 0) this.requests.set(key.slice(0, slash), this.parts(key.slice(0, slash)) + 1);
  }
}

function knownText(known: ReadonlySet<string>): string {
  return `must be one of the names in pod.spec.resourceClaims${known.size ? `: ${[...known].sort().join(', ')}` : ' which is empty'}`;
}

import type { FieldPath } from '../path';
import type { PodSpec, ResourceClaim } from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsLabel } from '../../apimachinery/dns';

/** Names of the Pod's claims: gatherPodResourceClaimNames, 1.36. */
export const claimNames = ({ resourceClaims }: PodSpec): ReadonlySet<string> =>
  resourceClaims ? new Set(resourceClaims.flatMap(({ name }) => name || [])) : NO_NAMES;

const NO_NAMES: ReadonlySet<string> = new Set();

/** Claims that a container uses: validateResourceClaimNames, 1.36. */
export function judgeClaims(
  claims: readonly ResourceClaim[],
  known: ReadonlySet<string>,
  path: FieldPath,
  verdict: Verdict,
): void {
  const used = new Uses();
  claims.forEach((claim, index) => judgeClaim(claim, used, known, path.index(index), verdict));
}

function judgeClaim(
  { name = '', request = '' }: ResourceClaim,
  used: Uses,
  known: ReadonlySet<string>,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!name) return verdict.required(path, '', { suggestion: 'use a claim from spec.resourceClaims' });
  if (used.whole(name)) verdict.duplicate(path, name, SAME_CLAIM);
  else judgeUse(name, request, used, path, verdict);
  if (!known.has(name)) {
    verdict.notFound(path, name, { suggestion: 'add it to spec.resourceClaims' }, knownText(known));
  }
}

const SAME_CLAIM = { repeats: ['name'] };

function judgeUse(name: string, request: string, used: Uses, path: FieldPath, verdict: Verdict): void {
  const key = request ? `${name}/${request}` : name;
  if (request) verdict.invalidEach(path.field('request'), request, dnsLabel(request));
  if (used.whole(key)) {
    verdict.duplicate(path, key, { repeats: ['name', 'request'] });
  } else if (!request) {
    for (let times = used.parts(name); times > 0; times--) verdict.duplicate(path, name, SAME_CLAIM);
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

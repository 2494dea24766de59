import type { FieldPath } from '../path';
import type { ResourceClaim } from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsLabel } from '../vocabulary/dns';

/** Claims of a Pod or container are among those of the Pod: validateResourceClaimNames, 1.36. */
export function judgeClaimNames(claims: readonly ResourceClaim[] | undefined, known: ReadonlySet<string>, path: FieldPath, verdict: Verdict): void {
  if (!claims?.length) return;
  const used = new Set<string>();
  const withRequests = new Set<string>();
  claims.forEach((claim, index) => {
    const place = path.index(index);
    const { name = '' } = claim;
    if (!name) return verdict.required(place, '', { remedy: 'name one of spec.resourceClaims' });
    if (used.has(name)) verdict.duplicate(place, name);
    else judgeUse(claim, used, withRequests, place, verdict);
    if (!known.has(name)) verdict.notFound(place, name, { remedy: 'name one of spec.resourceClaims' }, unknown(known));
  });
}

function judgeUse({ name = '', request }: ResourceClaim, used: Set<string>, withRequests: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (request) verdict.invalidEach(path.child('request'), request, dnsLabel(request));
  const key = request ? `${name}/${request}` : name;
  if (used.has(key)) verdict.duplicate(path, key);
  else if (!request && withRequests.has(name)) {
    for (const other of used) if (other.startsWith(`${name}/`)) verdict.duplicate(path, name);
  }
  if (request) withRequests.add(name);
  used.add(key);
}

function unknown(known: ReadonlySet<string>): string {
  const names = known.size ? `: ${[...known].sort().join(', ')}` : ' which is empty';
  return `must be one of the names in pod.spec.resourceClaims${names}`;
}

/** Names of a Pod's claims (gatherPodResourceClaimNames, 1.36). */
export const claimNames = (claims: readonly { readonly name?: string }[] | undefined): ReadonlySet<string> =>
  (claims ? new Set(claims.flatMap(({ name }) => name || [])) : NONE);

const NONE: ReadonlySet<string> = new Set();

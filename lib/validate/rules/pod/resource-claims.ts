import { goStruct } from '../../../go/format';
import { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta, PodResourceClaim } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { MIRROR_ANNOTATION } from './annotations';

export interface ResourceClaimsSubject {
  readonly claims: readonly PodResourceClaim[];
  /** A Pod's own; a template has none. */
  readonly metadata: ObjectMeta | undefined;
}

/** Claims on devices: validatePodResourceClaims, 1.36. */
export const RESOURCE_CLAIMS = defineRule<Rule<ResourceClaimsSubject>>({
  id: 'pod-resource-claims',
  stage: 'judge',
  mistake: 'a claim with no source, both sources, or a malformed or duplicate name',
  suggestion: 'name one of `resourceClaimName` and `resourceClaimTemplateName`',
  judge({ claims, metadata }, path, verdict) {
    const isStatic = Object.hasOwn(metadata?.annotations ?? {}, MIRROR_ANNOTATION);
    const names = new Set<string>();
    claims.forEach((claim, index) => {
      const place = path.index(index);
      if (isStatic) {
        verdict.forbidden(NOWHERE, 'static pods do not support resource claims', {
          at: place,
          suggestion: 'remove resourceClaims',
        });
      } else {
        judgeClaim(claim, names, place, verdict);
      }
    });
  },
});

/** A server writes `[]` for the field. */
const NOWHERE = FieldPath.ROOT.key('');

/** validatePodResourceClaim, 1.36. */
function judgeClaim(claim: PodResourceClaim, names: Set<string>, path: FieldPath, verdict: Verdict): void {
  const { resourceClaimName: claimName, resourceClaimTemplateName: templateName } = claim;
  judgeName(claim.name ?? '', names, path.field('name'), verdict);
  if (claimName !== undefined && templateName !== undefined) {
    verdict.invalid(
      path,
      goClaim(claim),
      'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
      { suggestion: 'remove one of them' },
    );
  } else if (claimName === undefined && templateName === undefined) {
    verdict.invalid(
      path,
      goClaim(claim),
      'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
    );
  }
  if (claimName !== undefined) {
    verdict.invalidEach(path.field('resourceClaimName'), claimName, dnsSubdomain(claimName));
  }
  if (templateName !== undefined) {
    verdict.invalidEach(path.field('resourceClaimTemplateName'), templateName, dnsSubdomain(templateName));
  }
}

function judgeName(name: string, names: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (!name) return verdict.required(path, '', { suggestion: 'set the name of the claim' });
  if (names.has(name)) return verdict.duplicate(path, name);
  verdict.invalidEach(path, name, dnsLabel(name));
  names.add(name);
}

const goClaim = ({ name = '', resourceClaimName, resourceClaimTemplateName }: PodResourceClaim) =>
  goStruct('core.PodResourceClaim', [
    ['Name', '', name],
    ['ResourceClaimName', '*string', resourceClaimName],
    ['ResourceClaimTemplateName', '*string', resourceClaimTemplateName],
  ]);

import type { Field } from '../../field';
import { goStruct } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta, PodResourceClaim } from '../../schema/types';
import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { MIRROR_ANNOTATION } from './annotations';
import { judgeNameFormat, judgeReference } from '../renaming';

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
  judge({ claims, metadata }, at) {
    const isStatic = Object.hasOwn(metadata?.annotations ?? {}, MIRROR_ANNOTATION);
    const names = new Set<string>();
    const nowhere = at.root().key('');
    claims.forEach((claim, index) => {
      const place = at.index(index);
      if (isStatic) {
        nowhere.shownAt(place).forbidden('static pods do not support resource claims', {
          suggestion: 'remove resourceClaims',
        });
      } else {
        judgeClaim(claim, names, place);
      }
    });
  },
});

/** validatePodResourceClaim, 1.36. */
function judgeClaim(claim: PodResourceClaim, names: Set<string>, at: Field): void {
  const { resourceClaimName: claimName, resourceClaimTemplateName: templateName } = claim;
  judgeName(claim.name ?? '', names, at.field('name'));
  if (claimName !== undefined && templateName !== undefined) {
    at.invalid(
      goClaim(claim),
      'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
      { suggestion: 'remove one of them' },
    );
  } else if (claimName === undefined && templateName === undefined) {
    at.invalid(goClaim(claim), 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`');
  }
  if (claimName !== undefined) {
    judgeReference(claimName, dnsSubdomain, at.field('resourceClaimName'));
  }
  if (templateName !== undefined) {
    judgeReference(templateName, dnsSubdomain, at.field('resourceClaimTemplateName'));
  }
}

function judgeName(name: string, names: Set<string>, at: Field): void {
  if (!name) return at.required('', { suggestion: 'set the name of the claim' });
  if (names.has(name)) return at.duplicate(name);
  judgeNameFormat(name, dnsLabel, at);
  names.add(name);
}

const goClaim = ({ name = '', resourceClaimName, resourceClaimTemplateName }: PodResourceClaim) =>
  goStruct('core.PodResourceClaim', [
    ['Name', '', name],
    ['ResourceClaimName', '*string', resourceClaimName],
    ['ResourceClaimTemplateName', '*string', resourceClaimTemplateName],
  ]);

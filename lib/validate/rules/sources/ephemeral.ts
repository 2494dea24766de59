import type { Field } from '../../field';
import type { EphemeralVolumeSource } from '../../schema/types';
import { quote } from '../../../go/format';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { judgeClaimSpec } from '../claims';
import { judgeClaimTemplateMetadata } from '../template-metadata';

/**
 * validateEphemeralVolumeSource and ValidatePersistentVolumeClaimTemplate, 1.36, and the name of the claim
 * that is made: Pod and volume joined.
 */
export function judgeEphemeral(
  { volumeClaimTemplate: template }: EphemeralVolumeSource,
  at: Field,
  { name, pod }: { readonly name: string; readonly pod: string | undefined },
): void {
  const place = at.field('volumeClaimTemplate');
  if (template) {
    judgeClaimTemplateMetadata(template.metadata ?? {}, place.field('metadata'));
    judgeClaimSpec(template.spec ?? {}, place.field('spec'));
  } else {
    place.required();
  }
  if (pod && name) judgeClaimName(name, `${pod}-${name}`, at.sibling('name'));
}

function judgeClaimName(volume: string, claim: string, at: Field): void {
  at.invalidEach(
    volume,
    dnsSubdomain(claim).map((message) => `PVC name ${quote(claim)}: ${message}`),
  );
}

import type { FieldPath } from '../../path';
import type { EphemeralVolumeSource } from '../../schema/types';
import type { Verdict } from '../../verdict';
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
  path: FieldPath,
  verdict: Verdict,
  { name, pod }: { readonly name: string; readonly pod: string | undefined },
): void {
  const place = path.field('volumeClaimTemplate');
  if (template) {
    judgeClaimTemplateMetadata(template.metadata ?? {}, place.field('metadata'), verdict);
    judgeClaimSpec(template.spec ?? {}, place.field('spec'), verdict);
  } else {
    verdict.required(place);
  }
  if (pod && name) judgeClaimName(name, `${pod}-${name}`, path.sibling('name'), verdict);
}

function judgeClaimName(volume: string, claim: string, path: FieldPath, verdict: Verdict): void {
  verdict.invalidEach(
    path,
    volume,
    dnsSubdomain(claim).map((message) => `PVC name ${quote(claim)}: ${message}`),
  );
}

import { FieldPath } from '../../path';
import { judgeClaimSpec } from '../../rules/claims';
import type { PodSpec, PodTemplateSpec, StatefulSetSpec, Volume } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { judgeTemplate } from './template';

/** Up to 1.33, servers do not look at the claims of a StatefulSet. */
export function judgeClaimTemplates(
  { volumeClaimTemplates = [] }: StatefulSetSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (verdict.minor < 34) return;
  volumeClaimTemplates.forEach(({ spec = {} }, index) =>
    judgeClaimSpec(spec, path.index(index).field('spec'), verdict),
  );
}

/**
 * Servers look at the Pod with the volumes that its controller adds in front, and without what it sets; up to
 * 1.33 they do not look at it.
 */
export function judgeWithClaims(
  template: PodTemplateSpec,
  { volumeClaimTemplates = [] }: StatefulSetSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  const claims = new Map(
    volumeClaimTemplates.map(({ metadata: { name = '' } = {} }): [string, Volume] => [
      name,
      { name, persistentVolumeClaim: { claimName: name } },
    ]),
  );
  const own = template.spec?.volumes ?? [];
  const kept = own
    .map((volume, index) => ({ volume, index }))
    .filter(({ volume }) => !claims.has(volume.name ?? ''));
  const spec: PodSpec = {
    ...template.spec,
    hostname: undefined,
    subdomain: undefined,
    volumes: [...claims.values(), ...kept.map(({ volume }) => volume)],
  };
  const before = verdict.findings.length;
  judgeTemplate({ ...template, spec }, path, verdict);
  if (claims.size) {
    relocate(verdict, before, path.field('spec', 'volumes'), [
      ...Array.from(claims, () => -1),
      ...kept.map(({ index }) => index),
    ]);
  }
}

/**
 * Shows the findings on a volume where the manifest has it; one that comes of a claim's template is shown at
 * spec.volumeClaimTemplates.
 */
function relocate({ findings }: Verdict, first: number, volumes: FieldPath, places: readonly number[]): void {
  const depth = volumes.segments().length;
  for (let index = first; index < findings.length; index++) {
    const finding = findings[index];
    const segments = (finding.at ?? finding.path).segments();
    if (segments.length <= depth || segments[depth - 1] !== 'volumes') continue;
    findings[index] = { ...finding, at: placeOf(volumes, places, segments.slice(depth)) };
  }
}

function placeOf(
  volumes: FieldPath,
  places: readonly number[],
  [volume, ...rest]: readonly (string | number)[],
): FieldPath {
  const place = places[Number(volume)] ?? -1;
  if (place < 0) return FieldPath.of('spec').field('volumeClaimTemplates');
  return rest.reduce<FieldPath>(
    (path, segment) => (typeof segment === 'number' ? path.index(segment) : path.field(segment)),
    volumes.index(place),
  );
}

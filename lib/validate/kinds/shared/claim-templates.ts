import type { Field } from '../../field';
import { FieldPath } from '../../path';
import { judgeClaimSpec } from '../../rules/claims';
import type { PodSpec, PodTemplateSpec, StatefulSetSpec, Volume } from '../../schema/types';
import { judgeTemplate } from './template';

/** Up to 1.33, servers do not look at the claims of a StatefulSet. */
export function judgeClaimTemplates({ volumeClaimTemplates = [] }: StatefulSetSpec, at: Field): void {
  if (at.minor < 34) return;
  volumeClaimTemplates.forEach(({ spec = {} }, index) => judgeClaimSpec(spec, at.index(index).field('spec')));
}

/**
 * Servers look at the Pod with the volumes that its controller adds in front, and without what it sets; up to
 * 1.33 they do not look at it.
 */
export function judgeWithClaims(
  template: PodTemplateSpec,
  { volumeClaimTemplates = [] }: StatefulSetSpec,
  at: Field,
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
  const volumes = at.field('spec', 'volumes');
  const names = volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? '');
  const places = {
    claims: [...claims.keys()].map((name) => names.lastIndexOf(name)),
    own: kept.map(({ index }) => index),
  };
  at.relocated(
    () => judgeTemplate({ ...template, spec }, at),
    (place) => placeOf(volumes, places, place),
  );
}

/** For each volume, the index of the claim template that it is made of, or that it has itself. */
interface Places {
  readonly claims: readonly number[];
  readonly own: readonly number[];
}

/**
 * Where the manifest has what is reported about a volume; the claims' own volumes have only the names of the
 * claims.
 */
function placeOf(volumes: Field, { claims, own }: Places, place: FieldPath): FieldPath {
  const segments = place.segments();
  const depth = volumes.segments().length;
  if (segments.length <= depth || segments[depth - 1] !== 'volumes') return place;
  const [volume, ...rest] = segments.slice(depth);
  const index = Number(volume);
  const templates = FieldPath.of('spec').field('volumeClaimTemplates');
  if (index < claims.length) return templates.index(claims[index]).field('metadata', 'name');
  return rest.reduce<FieldPath>(
    (path, segment) => (typeof segment === 'number' ? path.index(segment) : path.field(segment)),
    volumes.index(own[index - claims.length]),
  );
}

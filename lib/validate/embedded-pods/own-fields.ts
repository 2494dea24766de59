import { isMap, valueAt } from '../../object/value-at';
import type { PodTemplateSpec } from '../schema/types';
import { valuesAt } from './places';

/** A value without the fields that only a project has, which Kubernetes' API does not know. */
export function withoutExtra(value: unknown, extra: readonly string[] = []): unknown {
  return extra.reduce((left, path) => without(left, path.split('.')), value);
}

function without(value: unknown, [field, ...rest]: readonly string[]): unknown {
  if (!isMap(value) || !Object.hasOwn(value, field)) return value;
  const { [field]: held, ...others } = value;
  return rest.length ? { ...others, [field]: without(held, rest) } : others;
}

/** Adds a volume for each claim that a controller creates, as the StatefulSet controller does. */
export function withClaims(template: PodTemplateSpec, claims: string | undefined, manifest: object): void {
  if (claims === undefined) return;
  const spec = (template.spec ??= {});
  const names = new Set(spec.volumes?.map(({ name }) => name));
  for (const { value } of valuesAt(manifest, `${claims}[*]`)) {
    const name = valueAt(value, ['metadata', 'name']);
    if (typeof name !== 'string' || names.has(name)) continue;
    names.add(name);
    spec.volumes = [...(spec.volumes ?? []), { name, persistentVolumeClaim: { claimName: name } }];
  }
}

import { isMap } from '../../object/value-at';
import type { PodModel } from '../../pod/pod-model';

/** All that a security context may hold in a Pod with `os.name: windows` (validateWindows, 1.36). */
const WINDOWS_FIELDS = ['runAsNonRoot', 'windowsOptions'];

/** A security context with what it lacks; undefined if it has nothing then. */
export function securityContextWith(given: unknown, defaults: unknown, pod: PodModel): unknown {
  const isWindows = (pod.field('os') as { readonly name?: unknown } | undefined)?.name === 'windows';
  const isFit = (field: string) => !isWindows || WINDOWS_FIELDS.includes(field);
  const fields = Object.entries(isMap(defaults) ? defaults : {}).filter(
    ([field, value]) => value !== undefined && isFit(field),
  );
  if (!fields.length) return given;
  const context = isMap(given) ? given : {};
  const lacked = fields.filter(([field]) => context[field] === undefined);
  const { capabilities } = Object.fromEntries(fields);
  const deeper =
    isMap(capabilities) && isMap(context.capabilities)
      ? { capabilities: { ...capabilities, ...context.capabilities } }
      : {};
  return { ...context, ...Object.fromEntries(lacked), ...deeper };
}

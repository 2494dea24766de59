import { UNKNOWN } from '../../cluster';
import { customKind, storedResource } from '../../custom-kinds';
import { decode } from '../../decode/decode';
import { stored } from '../../defaults/stored';
import { strategyOf } from '../../kinds';
import type { AnyObject } from '../../kinds/strategy';
import { type Kind, kindOf } from '../../schema/schema';
import type { Json, RunContext } from './run';

const made = new WeakMap<object, Map<number, Json>>();

/** Another manifest of the run as a server has stored it; as it is if its kind is not known. */
export function storedManifest(manifest: object, run: RunContext): Json {
  const byMinor = made.get(manifest) ?? new Map<number, Json>();
  made.set(manifest, byMinor);
  const json = byMinor.get(run.minor) ?? storedOnce(manifest, run);
  byMinor.set(run.minor, json);
  return json;
}

function storedOnce(manifest: object, { minor, crds = [] }: RunContext): Json {
  const { apiVersion, kind } = manifest as { readonly apiVersion?: unknown; readonly kind?: unknown };
  const known = kindOf(String(apiVersion), String(kind));
  if (known) return storedForm(structuredClone(manifest), known, minor);
  const custom = customKind(crds, String(apiVersion), String(kind), minor);
  return custom ? (storedResource(manifest, custom, minor) as Json) : (manifest as Json);
}

function storedForm(manifest: object, kind: Kind, minor: number): Json {
  const { object } = decode<AnyObject>(manifest, kind.struct, minor);
  const strategy = strategyOf(kind);
  strategy.applyDefaults?.(object, minor);
  return stored(object, strategy, kind, { minor, cluster: UNKNOWN, namespace: 'default' });
}

import type { FieldPath, PathSegment } from './path';
import { twinOf, valueAt } from './twin';
import type { RawFinding } from './verdict';

/** Another place that a finding speaks of. */
export interface Related {
  readonly message: string;
  readonly path: FieldPath;
}

/** The other places that a finding speaks of: those that its rule names and the manifest has, or that of what it repeats. */
export function relatedTo({ path, at = path, related = NONE, repeats }: RawFinding, manifest: unknown): readonly Related[] {
  const named = related.filter((other) => isThere(manifest, other.path.segments()));
  if (!repeats || named.length) return named;
  const own = at.segments();
  const twin = twinOf(manifest, own, repeats);
  return twin ? [{ message: isBefore(twin, own) ? 'first seen here' : 'seen again here', path: at.along(twin) }] : NONE;
}

const NONE: readonly Related[] = [];

/** A field that a server fills in is shown at the item of a list that it is of. */
function isThere(manifest: unknown, path: readonly PathSegment[]): boolean {
  if (valueAt(manifest, path) !== undefined) return true;
  const item = path.slice(0, -1);
  return typeof item.at(-1) === 'number' && valueAt(manifest, item) !== undefined;
}

function isBefore(one: readonly PathSegment[], other: readonly PathSegment[]): boolean {
  const at = one.findIndex((segment, index) => segment !== other[index]);
  return Number(one[at]) < Number(other[at]);
}

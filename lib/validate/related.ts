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
  const named = related.filter((other) => valueAt(manifest, other.path.segments()) !== undefined);
  if (!repeats || named.length) return named;
  const own = at.segments();
  const twin = twinOf(manifest, own, repeats);
  return twin ? [{ message: isBefore(twin, own) ? 'first seen here' : 'seen again here', path: at.along(twin) }] : NONE;
}

const NONE: readonly Related[] = [];

function isBefore(one: readonly PathSegment[], other: readonly PathSegment[]): boolean {
  const at = one.findIndex((segment, index) => segment !== other[index]);
  return Number(one[at]) < Number(other[at]);
}

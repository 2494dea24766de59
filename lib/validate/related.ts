import type { FieldPath, PathSegment } from './path';
import { valueAt } from '../object/value-at';
import { RepeatedItems } from './repeated-items';

/** Another location that a finding refers to. */
export interface Related {
  readonly message: string;
  readonly path: FieldPath;
}

/** What a finding says of other places. */
interface Relating {
  readonly path: FieldPath;
  readonly at?: FieldPath;
  readonly related?: readonly Related[];
  readonly repeats?: readonly string[];
}

/** The other places that findings of one manifest speak of. */
export class Relations {
  private twins: RepeatedItems | undefined;

  constructor(private readonly manifest: unknown) {}

  /** Those that the finding's rule names and the manifest has, or that of what it repeats. */
  of({ path, at = path, related = NONE, repeats }: Relating): readonly Related[] {
    const named = related.filter((other) => isThere(this.manifest, other.path.segments()));
    if (!repeats || named.length) return named;
    const own = at.segments();
    const twin = (this.twins ??= new RepeatedItems(this.manifest)).of(own, repeats);
    return twin
      ? [{ message: isBefore(twin, own) ? 'first seen here' : 'seen again here', path: at.along(twin) }]
      : NONE;
  }
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

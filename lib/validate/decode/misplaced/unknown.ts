import { FieldPath, type PathSegment } from '../../path';
import { isMap, valueAt } from '../../../object/value-at';
import type { Place, Places } from './places';

/** An unknown field, in its manifest. */
export interface UnknownField {
  readonly key: string;
  readonly value: unknown;
  readonly path: FieldPath;
  /** Struct of the object that has it. */
  readonly struct: string;
  /** The whole manifest. */
  readonly manifest: object;
  readonly minor: number;
}

/** A place around the unknown field, and where the manifest has it. */
interface Step {
  readonly place: Place;
  readonly at: readonly PathSegment[];
}

/** The way from a kind's object to the one with an unknown field. */
export class Way {
  private readonly places: readonly Place[];

  private constructor(private readonly steps: readonly Step[]) {
    this.places = steps.map(({ place }) => place);
  }

  /** Undefined if the way leaves the places that a kind has. */
  static to(field: UnknownField, { root }: Places): Way | undefined {
    const segments = field.path.segments().slice(0, -1);
    const steps: Step[] = [{ place: root, at: [] }];
    let place = root;
    let levels = 0;
    for (const [index, segment] of segments.entries()) {
      if (levels > 0) {
        levels--;
      } else {
        const next = place.fields.get(String(segment));
        if (!next) return undefined;
        [place, levels] = [next, next.levels];
      }
      if (levels === 0) steps.push({ place, at: segments.slice(0, index + 1) });
    }
    return new Way(steps);
  }

  /** The place of the object with the field. */
  get end(): Place {
    return this.steps.at(-1)!.place;
  }

  /** The path of a field beside the object with the unknown field, if there is one of that name. */
  beside(name: string): FieldPath | undefined {
    const [holder, end] = this.steps.slice(-2);
    if (!end?.place.parent || end.place.levels || !holder.place.fields.has(name)) return undefined;
    return pathOf(holder.at).field(name);
  }

  /** How one comes from here to a place: how many steps up, and which places down. */
  path(target: Place): { readonly up: number; readonly from: Step; readonly down: readonly Place[] } {
    const down: Place[] = [];
    for (let place: Place | undefined = target; place; place = place.parent) {
      const index = this.places.lastIndexOf(place);
      if (index >= 0) {
        return { up: this.steps.length - 1 - index, from: this.steps[index], down };
      }
      down.unshift(place);
    }
    return { up: Infinity, from: this.steps[0], down };
  }

  /** Whether a place is one of those around the field. */
  isAround(place: Place): boolean {
    return this.places.includes(place);
  }
}

export const pathOf = (segments: readonly PathSegment[]): FieldPath =>
  segments.reduce<FieldPath>(
    (path, segment) => (typeof segment === 'number' ? path.index(segment) : path.field(segment)),
    FieldPath.ROOT,
  );

/** The keys that stand beside the field and are unknown, too: they probably belong to the same struct. */
export function unknownBeside(
  { manifest, path }: UnknownField,
  fields: ReadonlyMap<string, unknown>,
): string[] {
  const holder = valueAt(manifest, path.segments().slice(0, -1));
  return isMap(holder)
    ? Object.keys(holder)
        .slice(0, 50)
        .filter((key) => !fields.has(key))
    : [];
}

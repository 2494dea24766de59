import { covers, type FieldType, structOf } from '../../schema/schema';

/** A field of a kind: where in its tree, and what it may hold. */
export interface Place {
  readonly name: string;
  /** The field that has the struct with this field; undefined for the object itself. */
  readonly parent?: Place;
  /** Undefined for the object itself. */
  readonly type?: FieldType;
  /** The struct that it contains, directly or in lists or maps. */
  readonly struct?: string;
  /** How many lists and maps are around the struct. */
  readonly levels: number;
  readonly required: boolean;
  /** Its own fields; those of the place around it, if they are of the same struct. */
  readonly fields: ReadonlyMap<string, Place>;
}

/** All places of a kind in one minor. */
export interface Places {
  readonly root: Place;
  /** By name, in lower case without dashes and underscores. */
  readonly named: ReadonlyMap<string, readonly Place[]>;
}

const known = new Map<string, Places>();

export function placesOf(struct: string, minor: number): Places {
  const key = `${struct} ${minor}`;
  let places = known.get(key);
  if (!places) known.set(key, (places = new Survey(minor).of(struct)));
  return places;
}

/** A name as it is compared: `readinessprobe` and `readiness-probe` are readinessProbe. */
export const plainName = (name: string) => name.toLowerCase().replace(/[-_]/g, '');

/** What servers fill in: nobody means to write there. */
const FILLED_IN: ReadonlySet<string> = new Set(['status', 'managedFields']);

class Survey {
  private readonly named = new Map<string, Place[]>();

  constructor(private readonly minor: number) {}

  of(struct: string): Places {
    const root: Place = { name: '', struct, levels: 0, required: true, fields: new Map() };
    this.fill(root, new Map([[struct, root]]));
    return { root, named: this.named };
  }

  /** @param around the places around this one, by their struct: a struct that holds itself is filled once */
  private fill(parent: Place, around: ReadonlyMap<string, Place>): void {
    for (const [name, { type, minors, required }] of structOf(parent.struct!)) {
      if (!covers(minors, this.minor)) continue;
      const { struct, levels } = held(type);
      const same = struct === undefined ? undefined : around.get(struct);
      const fields = same?.fields ?? new Map<string, Place>();
      const place: Place = { name, parent, type, struct, levels, required, fields };
      (parent.fields as Map<string, Place>).set(name, place);
      if (parent.name !== 'status') this.add(place);
      if (struct === undefined || same || isFilledIn(place)) continue;
      this.fill(place, new Map([...around, [struct, place]]));
    }
  }

  private add(place: Place): void {
    const name = plainName(place.name);
    const others = this.named.get(name);
    if (others) others.push(place);
    else this.named.set(name, [place]);
  }
}

const isFilledIn = ({ name, parent }: Place) =>
  FILLED_IN.has(name) && (parent!.parent === undefined || parent!.name === 'metadata');

function held(type: FieldType): { readonly struct?: string; readonly levels: number } {
  if (type.form === 'struct' || type.form === 'either') return { struct: type.struct, levels: 0 };
  if (type.form === 'scalar') return { levels: 0 };
  const { struct, levels } = held(type.item);
  return { struct, levels: levels + 1 };
}

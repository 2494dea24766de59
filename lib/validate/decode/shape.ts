import { NO_QUANTITY } from '../../apimachinery/parse-quantity';
import { BLANKS } from '../schema/blanks';
import { covers, type FieldType, structOf } from '../schema/schema';
import type { Owner } from './owner';
import type { Issues } from './issues';
import { MISFITS } from './misfits';
import { scalarOf } from './scalars';

/** A type with what decoding needs of it at hand. */
export type Shape =
  | ScalarShape
  | {
      readonly form: 'list' | 'map';
      readonly type: FieldType;
      readonly item: Shape;
      readonly zero: () => unknown;
    }
  | {
      readonly form: 'struct';
      readonly type: FieldType;
      readonly struct: string;
      readonly layout: () => Layout;
      readonly zero: () => unknown;
    }
  | {
      readonly form: 'either';
      readonly struct: string;
      readonly layout: () => Layout;
      readonly other: Shape;
      readonly zero: () => unknown;
    };

interface ScalarShape {
  readonly form: 'scalar';
  /** Undefined if the value is of the type. */
  readonly misfit: (value: unknown) => string | undefined;
  readonly decode: (value: unknown, owner: Owner, issues: Issues) => unknown;
  readonly zero: () => unknown;
}

/** How objects of a struct are decoded for a minor. */
export interface Layout {
  /** The fields that the minor knows. */
  readonly fields: ReadonlyMap<string, Shape>;
  /**
   * An object to fill. Where rules look at the struct, it has every field, undefined: the JavaScript engine
   * reads fields several times as fast where all objects have the same ones.
   */
  readonly blank: () => { [field: string]: unknown };
}

const layouts = new Map<string, Layout>();

export function layoutOf(struct: string, minor: number): Layout {
  const key = `${struct} ${minor}`;
  let layout = layouts.get(key);
  if (!layout) layouts.set(key, (layout = makeLayout(struct, minor)));
  return layout;
}

function makeLayout(struct: string, minor: number): Layout {
  const known = [...structOf(struct)].filter(([, { minors }]) => covers(minors, minor));
  return {
    fields: new Map(known.map(([name, { type }]) => [name, shapeOf(type, minor)])),
    blank: BLANKS[struct] ?? (() => ({})),
  };
}

/** `zero` is what Go leaves in place of a null or of what did not decode. */
function shapeOf(type: FieldType, minor: number): Shape {
  switch (type.form) {
    case 'list':
      return { form: 'list', type, item: shapeOf(type.item, minor), zero: () => [] };
    case 'map':
      return { form: 'map', type, item: shapeOf(type.item, minor), zero: () => ({}) };
    case 'struct':
      return structShape(type, minor);
    case 'either': {
      const { struct, other } = type;
      return {
        form: 'either',
        struct,
        layout: laterLayout(struct, minor),
        other: shapeOf(other, minor),
        zero: () => ({}),
      };
    }
    case 'scalar':
      return {
        form: 'scalar',
        misfit: MISFITS[type.scalar],
        decode: (value, owner, issues) => scalarOf(type.scalar, value, owner, issues),
        zero: () => (type.scalar in ZEROS ? ZEROS[type.scalar] : ''),
      };
  }
}

function structShape(type: FieldType & { readonly form: 'struct' }, minor: number): Shape {
  const { struct } = type;
  return { form: 'struct', type, struct, layout: laterLayout(struct, minor), zero: () => ({}) };
}

/** A struct may hold itself: its layout is looked up when it is first met. */
function laterLayout(struct: string, minor: number): () => Layout {
  let layout: Layout | undefined;
  return () => (layout ??= layoutOf(struct, minor));
}

const ZEROS: { readonly [scalar: string]: unknown } = {
  bool: false,
  int32: 0,
  int64: 0,
  double: 0,
  quantity: NO_QUANTITY,
  intOrString: 0,
  any: null,
};

import { compareBytes } from '../../go/format';
import { isMap } from '../../object/value-at';
import { setOwn } from '../../object/set-own';
import type { FieldType } from '../schema/schema';
import { scalarText } from './scalars';
import { encodingsOf } from './encodings';

/**
 * What one program that writes JSON does otherwise than another, both by the rules of Go's encoding/json and
 * its tags.
 */
export interface Encoding {
  /** Fields of a struct that the minor has, in the order in which they are written. */
  readonly fields: (struct: string, minor: number) => readonly (readonly [name: string, type: FieldType])[];
  /** A field that is there, as it is written; undefined if it is left out. */
  readonly present: (written: unknown, type: FieldType, sign: string) => unknown;
  /** How amounts in a map are written: as they are, or rounded. */
  readonly amounts: 'quantity' | 'amount';
}

/** A field of a struct and how it is written. */
interface Written {
  readonly name: string;
  readonly type: FieldType;
  /** One of the signs of schema/encodings.ts; empty for the usual way. */
  readonly sign: string;
}

type Output = { [key: string]: unknown };

const ZEROS: { readonly [scalar: string]: unknown } = {
  string: '',
  bool: false,
  int32: 0,
  int64: 0,
  double: 0,
  quantity: '0',
  intOrString: 0,
  bytes: null,
  time: null,
  microTime: null,
  object: null,
  any: null,
};

/** Writes decoded objects as plain ones. */
export class Encoder {
  private readonly layouts = new Map<string, readonly Written[]>();

  constructor(private readonly encoding: Encoding) {}

  encode(object: object, struct: string, minor: number): Output {
    const output: Output = {};
    for (const { name, type, sign } of this.layoutOf(struct, minor)) {
      const value = (object as Output)[name];
      const written =
        value === undefined
          ? this.absent(type, sign, minor)
          : this.encoding.present(this.valueOf(value, type, minor), type, sign);
      if (written !== undefined) output[name] = written;
    }
    return output;
  }

  private layoutOf(struct: string, minor: number): readonly Written[] {
    const key = `${struct} ${minor}`;
    let layout = this.layouts.get(key);
    if (!layout) {
      const signs = encodingsOf(struct, minor);
      this.layouts.set(
        key,
        (layout = this.encoding
          .fields(struct, minor)
          .map(([name, type]) => ({ name, type, sign: signs.get(name) ?? '' }))),
      );
    }
    return layout;
  }

  private absent(type: FieldType, sign: string, minor: number): unknown {
    if (sign === '~') return null;
    if (sign !== '!') return undefined;
    if (type.form === 'struct') return this.encode({}, type.struct, minor);
    return type.form === 'scalar' ? ZEROS[type.scalar] : null;
  }

  private valueOf(value: unknown, type: FieldType, minor: number): unknown {
    switch (type.form) {
      case 'struct':
        return this.encode(value as object, type.struct, minor);
      case 'list':
        return (value as readonly unknown[]).map((item) => this.valueOf(item, type.item, minor));
      case 'map':
        return this.mapOf(value as Output, type.item, minor);
      case 'either':
        return isMap(value) ? this.encode(value, type.struct, minor) : this.valueOf(value, type.other, minor);
      case 'scalar':
        return scalarText(type.scalar, value);
    }
  }

  private mapOf(map: Output, item: FieldType, minor: number): Output {
    const amounts = item.form === 'scalar' && item.scalar === 'quantity';
    const output: Output = {};
    for (const key of Object.keys(map).sort(compareBytes)) {
      setOwn(
        output,
        key,
        amounts ? scalarText(this.encoding.amounts, map[key]) : this.valueOf(map[key], item, minor),
      );
    }
    return output;
  }
}

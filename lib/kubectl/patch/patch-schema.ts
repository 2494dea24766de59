import { quote } from '../../go/format';
import { encodingsOf } from '../../validate/encode/encodings';
import { covers, type FieldType, structOf } from '../../validate/schema/schema';
import { KubectlError } from '../errors';
import { type PatchTags, patchTags } from '../scheme/go-layout';

/** What a strategic merge patch knows of a field (PatchMetaFromStruct, apimachinery strategicpatch 1.36). */
export interface PatchField extends PatchTags {
  readonly schema: PatchSchema;
}

const NEVER: PatchTags = { strategies: [''], key: '' };

/** The type of what is merged. */
export class PatchSchema {
  static of(struct: string, minor: number): PatchSchema {
    return new PatchSchema({ form: 'struct', struct }, false, minor);
  }

  private constructor(
    private readonly type: FieldType,
    private readonly pointer: boolean,
    private readonly minor: number,
  ) {}

  /** Go's kind of the type. */
  get kind(): string {
    if (this.type.form !== 'scalar') return KINDS[this.type.form];
    return SCALARS[this.type.scalar] ?? this.type.scalar;
  }

  /** A field that holds a map. */
  field(name: string): PatchField {
    if (this.type.form !== 'struct') {
      if (SCALAR_STRUCTS.includes(this.kind)) throw unknownField(this.kind, name);
      throw new KubectlError(
        `merging an object in json but data type is not struct, instead is: ${this.kind}`,
      );
    }
    const { struct } = this.type;
    const known = knownName(struct, name, this.minor);
    if (known === undefined) throw unknownField(struct.split('.').at(-1)!, name);
    const schema = new PatchSchema(
      structOf(struct).get(known)!.type,
      encodingsOf(struct, this.minor).get(known) !== '!',
      this.minor,
    );
    return { schema, ...(patchTags(struct, known) ?? NEVER) };
  }

  /** A field that holds a list, with the type of its items. */
  listField(name: string): PatchField {
    const { schema, ...tags } = this.field(name);
    return { schema: schema.itemOf(this), ...tags };
  }

  private itemOf(parent: PatchSchema): PatchSchema {
    if (this.type.form === 'list') return new PatchSchema(this.type.item, false, this.minor);
    if (this.type.form !== 'map' && this.pointer) return this;
    throw new KubectlError(`expected slice or array type, but got: ${parent.kind}`);
  }
}

const KINDS = { struct: 'struct', either: 'struct', list: 'slice', map: 'map' } as const;
const SCALARS: { readonly [scalar: string]: string } = {
  double: 'float64',
  bytes: 'slice',
  quantity: 'Quantity',
  intOrString: 'IntOrString',
  time: 'Time',
  microTime: 'MicroTime',
  object: 'RawExtension',
  any: 'RawExtension',
};
/** Values in JSON that are structs in Go, without fields that JSON knows. */
const SCALAR_STRUCTS = ['Quantity', 'IntOrString', 'Time', 'MicroTime', 'RawExtension'];

const unknownField = (struct: string, name: string) =>
  new KubectlError(`unable to find api field in struct ${struct} for the json field ${quote(name)}`);

/** A field by its name, in any case where there is none of the very name. */
function knownName(struct: string, name: string, minor: number): string | undefined {
  const fields = [...structOf(struct)]
    .filter(([, { minors }]) => covers(minors, minor))
    .map(([field]) => field);
  return (
    fields.find((field) => field === name) ??
    fields.find((field) => field.toLowerCase() === name.toLowerCase())
  );
}

import {
  type Assembly,
  isCollectionTypeReference,
  isNamedTypeReference,
  isPrimitiveTypeReference,
  isUnionTypeReference,
  type Type,
  type TypeReference,
} from '@jsii/spec';
import { pageOf } from './areas';

/** How a page speaks of types: those of the package are links to where they are described. */
export class References {
  private readonly types: Readonly<Record<string, Type>>;

  public constructor(
    { types = {} }: Assembly,
    private readonly page: string,
  ) {
    this.types = types;
  }

  /**
   * A type as TypeScript writes it.
   *
   * @throws Error for a kind of type that there was not when this was written
   */
  public text(type: TypeReference): string {
    if (isPrimitiveTypeReference(type)) return type.primitive === 'json' ? 'object' : type.primitive;
    if (isNamedTypeReference(type)) return this.link(type.fqn);
    if (isUnionTypeReference(type)) return type.union.types.map((one) => this.text(one)).join(' | ');
    if (!isCollectionTypeReference(type)) {
      throw new Error(`A type of a kind that is not known: ${JSON.stringify(type)}`);
    }
    const { kind, elementtype } = type.collection;
    const element = isUnionTypeReference(elementtype)
      ? `(${this.text(elementtype)})`
      : this.text(elementtype);
    return kind === 'map' ? `map of ${element}` : `${element}[]`;
  }

  /** The name of a type; one of another package keeps the name of its package. */
  public link(fqn: string): string {
    const type = this.types[fqn];
    if (!type) return fqn;
    const page = pageOf(type);
    const name = type.namespace ? `${type.namespace}.${type.name}` : type.name;
    return `[${name}](${page === this.page ? '' : `${page}.md`}#${type.name.toLowerCase()})`;
  }
}

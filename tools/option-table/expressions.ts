import {
  type Assembly,
  type ClassType,
  CollectionKind,
  type InterfaceType,
  isCollectionTypeReference,
  isNamedTypeReference,
  isPrimitiveTypeReference,
  isUnionTypeReference,
  type Parameter,
  type Property,
  type TypeReference,
} from '@jsii/spec';
import { KUBERNETES } from '../../lib/options/kubernetes';

/**
 * What a Pod is made of is judged when it is rendered: only the form that constructors rely on is checked.
 */
const JUDGED_LATER = /^(?:k8s\.|PodTemplate|Workload|Pod$)|(?<!^Companion)Props$/;

/** kubectl has no numbers but whole ones. */
const WHOLE_NUMBERS = /^Kubectl/;

/** Types as the table writes them: `[]string`, `{}number`, `cdk8s.Size|string`, `'HTTP'|'HTTPS'`. */
export class TypeExpressions {
  /** @param bases fqns of structs that the table has because options extend them */
  constructor(
    private readonly assembly: Assembly,
    private readonly read: (file: string) => string,
    private readonly bases: ReadonlySet<string>,
  ) {}

  name(fqn: string): string {
    const own = `${this.assembly.name}.`;
    return fqn.startsWith(own) ? fqn.slice(own.length) : fqn;
  }

  ofProperty(struct: InterfaceType, property: Property): string {
    if (struct.namespace) return property.name === 'volumes' ? '[]map' : 'any';
    return this.literals(property) ?? this.of(property.type, this.name(struct.fqn));
  }

  ofParameter(type: ClassType, { type: reference }: Parameter): string {
    return this.of(reference, type.name);
  }

  /** Literal unions, which jsii knows as strings, from the source. */
  private literals({ locationInModule, name }: Property): string | undefined {
    if (!locationInModule) return undefined;
    const { filename, line } = locationInModule;
    const text = this.read(filename)
      .split('\n')
      .slice(line - 1)
      .join(' ');
    const union = new RegExp(`^\\s*readonly ${name}\\??:[\\s|]+('[^']+'(?:\\s+\\| '[^']+')+);`).exec(
      text,
    )?.[1];
    return union?.replaceAll(' ', '');
  }

  private of(reference: TypeReference, owner: string): string {
    if (isPrimitiveTypeReference(reference)) return primitive(reference.primitive, owner);
    if (isUnionTypeReference(reference)) {
      return reference.union.types.map((type) => this.of(type, owner)).join('|');
    }
    if (isCollectionTypeReference(reference)) {
      return this.collection(reference.collection.kind, this.of(reference.collection.elementtype, owner));
    }
    if (isNamedTypeReference(reference)) {
      return this.bases.has(reference.fqn)
        ? this.name(reference.fqn)
        : named(this.name(reference.fqn), owner);
    }
    throw new Error(`the table has no word for a type of ${owner}`);
  }

  private collection(kind: CollectionKind, element: string): string {
    return (kind === CollectionKind.Array ? '[]' : '{}') + (element.includes('|') ? 'any' : element);
  }
}

function primitive(name: string, owner: string): string {
  return name === 'number' && WHOLE_NUMBERS.test(owner) ? 'integer' : name;
}

function named(name: string, owner: string): string {
  if (!name.startsWith('k8s.')) return name;
  if (JUDGED_LATER.test(owner)) return 'map';
  return Object.hasOwn(KUBERNETES, name) ? name : 'any';
}

/** An object of the manifest, or one that its user has. */
export interface StoredObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: { readonly [key: string]: string };
  readonly stringData?: { readonly [key: string]: string };
}

interface KeyRef {
  readonly name?: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** The ConfigMaps and Secrets of the namespace. Each key that a Pod names must be there. */
export class Store {
  constructor(private readonly objects: readonly StoredObject[]) {}

  /** @returns undefined if the object is missing and optional */
  data(kind: string, name: string | undefined, optional = false): Record<string, string> | undefined {
    const object = this.objects.find((other) => other.kind === kind && other.metadata.name === name);
    if (object) return { ...object.data, ...object.stringData };
    if (optional) return undefined;
    throw new Error(`there is no ${kind} ${JSON.stringify(name)}`);
  }

  key(kind: string, { name, key, optional }: KeyRef): string | undefined {
    const value = this.data(kind, name, optional)?.[key];
    if (value === undefined && !optional) {
      throw new Error(`${kind} ${name} has no key ${JSON.stringify(key)}`);
    }
    return value;
  }
}

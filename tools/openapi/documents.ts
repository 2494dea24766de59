import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }[];
}

export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

/** The OpenAPI v3 documents of one minor. */
export interface MinorDocuments {
  readonly minor: number;
  readonly schemas: { readonly [name: string]: Schema };
  readonly resources: readonly Resource[];
}

/** `io.k8s.api.core.v1.Container` → `core.v1.Container`. */
export const shortName = (name: string) => name.split('.').slice(-3).join('.');

export const apiVersionOf = ({ group, version }: Resource) => (group ? `${group}/${version}` : version);

/** Those of kinds that users can create. */
export const creatable = (resources: readonly Resource[]) =>
  resources.filter(({ verbs }) => verbs.includes('create'));

/**
 * What servers publish of groups that a folder of documents may lack, without descriptions: the same in all
 * of these minors, as the Go types of the group say.
 */
interface Extra {
  readonly minors: readonly [first: number, last: number];
  readonly resources: readonly Resource[];
  readonly schemas: MinorDocuments['schemas'];
}

const EXTRA = join(__dirname, 'extra');

/** Reads the folders `v1.30`, `v1.31`, … of `root`, oldest minor first. */
export function readDocuments(root: string): MinorDocuments[] {
  return readdirSync(root)
    .flatMap((folder) => /^v1\.(\d+)$/.exec(folder) ?? [])
    .filter((part) => /^\d+$/.test(part))
    .map(Number)
    .sort((a, b) => a - b)
    .map((minor) => readMinor(minor, join(root, `v1.${minor}`)));
}

function readMinor(minor: number, folder: string): MinorDocuments {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const documents = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'resources.json');
  const extras = extrasOf(minor, documents);
  return {
    minor,
    schemas: Object.assign(
      {},
      ...extras.map(({ schemas }) => schemas),
      ...documents.map((file) => read(file).components.schemas),
    ),
    resources: [...read('resources.json'), ...extras.flatMap(({ resources }) => resources)],
  };
}

/** Those of groups that are not among the documents. */
const extrasOf = (minor: number, documents: readonly string[]) =>
  readdirSync(EXTRA)
    .filter((file) => !documents.includes(file))
    .map((file): Extra => JSON.parse(readFileSync(join(EXTRA, file), 'utf8')))
    .filter(({ minors: [first, last] }) => first <= minor && minor <= last);

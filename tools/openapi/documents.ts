import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
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
  return {
    minor,
    schemas: Object.assign({}, ...documents.map((file) => read(file).components.schemas)),
    resources: read('resources.json'),
  };
}

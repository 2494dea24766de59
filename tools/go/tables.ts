import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncodingSigns } from '../generate/encodings';
import type { Facts } from '../openapi/facts';
import { encodingsText, type MinorPackages, withEncodings } from './encodings';
import { type GoStructFacts, goStructsText, withStructs } from './go-structs';
import { type GoTypes, goTypes, goTypesText } from './go-types';
import { type GoStructs, readPackage } from './source';

/** What the Go sources of the API have and OpenAPI has not. */
export interface GoTables {
  readonly types: GoTypes;
  readonly encodings: EncodingSigns;
  readonly structs: GoStructFacts;
}

export const NO_TABLES: GoTables = { types: {}, encodings: {}, structs: {} };

/** Adds what the packages of a minor say; of types that it no longer has, the minors before are believed. */
export const withPackages = (facts: Facts, known: GoTables, minor: MinorPackages): GoTables => ({
  types: sorted({ ...known.types, ...goTypes(facts, minor.packages) }),
  encodings: withEncodings(facts, known.encodings, minor),
  structs: withStructs(facts, known.structs, minor.packages),
});

const sorted = (types: GoTypes): GoTypes =>
  Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Modules and the folder in each that holds `<group>/<version>`. */
export const MODULES: { readonly [module: string]: string } = {
  api: '',
  apimachinery: 'pkg/apis',
  'apiextensions-apiserver': 'pkg/apis',
  'kube-aggregator': 'pkg/apis',
};

/** The packages of a version, `v0.37.2`, of the modules in a folder. Modules that are missing are left out. */
export const readPackages = (root: string, version: string): MinorPackages => ({
  minor: Number(version.split('.')[1]),
  packages: new Map(
    Object.entries(MODULES).flatMap(([module, path]) => {
      const folder = join(root, `${module}@${version}`, path);
      return existsSync(folder) ? foldersOf(folder).flatMap((group) => readGroup(folder, group)) : [];
    }),
  ),
});

function readGroup(folder: string, group: string): [string, GoStructs][] {
  return foldersOf(join(folder, group))
    .filter((name) => /^v\d/.test(name))
    .map((version) => [`${group}.${version}`, readPackage(join(folder, group, version))]);
}

const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Reads the tables from tools/openapi. */
export function readGoTables(folder: string): GoTables {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    types: read('go-types.json'),
    encodings: read('encodings.json'),
    structs: read('go-structs.json'),
  };
}

export function writeGoTables(folder: string, { types, encodings, structs }: GoTables): void {
  writeFileSync(join(folder, 'go-types.json'), goTypesText(types));
  writeFileSync(join(folder, 'encodings.json'), encodingsText(encodings));
  writeFileSync(join(folder, 'go-structs.json'), goStructsText(structs));
}

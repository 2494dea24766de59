import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { EncodingSigns } from '../generate/encodings';
import type { Facts } from '../openapi/facts';
import { type MinorPackages, withEncodings } from './encodings';
import { type GoStructFacts, withStructs } from './go-structs';
import { type GoTypes, withTypes } from './go-types';
import { type GoStructs, readPackage } from './source';

/** What the Go sources of the API say and OpenAPI does not. */
export interface GoTables {
  readonly types: GoTypes;
  readonly encodings: EncodingSigns;
  readonly structs: GoStructFacts;
}

export const NO_TABLES: GoTables = { types: {}, encodings: {}, structs: {} };

/** Adds what the packages of a minor say; types that it no longer has stay as older minors had them. */
export const withPackages = (facts: Facts, known: GoTables, minor: MinorPackages): GoTables => ({
  types: withTypes(facts, known.types, minor.packages),
  encodings: withEncodings(facts, known.encodings, minor),
  structs: withStructs(facts, known.structs, minor.packages),
});

/** Where Go keeps modules, unless GOMODCACHE says otherwise. */
export const MODULE_FOLDER = process.env.GOMODCACHE ?? join(homedir(), 'go/pkg/mod');

interface TypeModule {
  readonly name: string;
  /** Folder that holds `<group>/<version>`. */
  readonly folder: string;
  /** First minor that has it. */
  readonly since?: number;
}

const TYPE_MODULES: readonly TypeModule[] = [
  { name: 'api', folder: '' },
  { name: 'apimachinery', folder: 'pkg/apis' },
  { name: 'apiextensions-apiserver', folder: 'pkg/apis' },
  { name: 'apiextensions-api', folder: 'pkg/apis', since: 38 },
  { name: 'kube-aggregator', folder: 'pkg/apis' },
];

/** Modules with types of the API in a minor. */
export const typeModules = (minor: number): TypeModule[] =>
  TYPE_MODULES.filter(({ since = 0 }) => since <= minor);

/** Folder of a module of Kubernetes: `k8s.io/api@v0.37.2` for version 1.37.2. */
export const moduleName = (module: string, version: string) =>
  `k8s.io/${module}@v${module === 'kubernetes' ? version : version.replace(/^1\./, '0.')}`;

/** The packages of the API in a version such as 1.37.2, of the modules that are in the folder. */
export function readPackages(modules: string, version: string): MinorPackages {
  const minor = Number(version.split('.')[1]);
  const groups = typeModules(minor).flatMap(({ name, folder }) => {
    const path = join(modules, moduleName(name, version), folder);
    return existsSync(path) ? foldersOf(path).flatMap((group) => readGroup(path, group)) : [];
  });
  const packages = new Map<string, GoStructs>();
  // Two modules may have packages of one name: one has the types, the other functions.
  groups.forEach(([name, structs]) =>
    packages.set(name, new Map([...(packages.get(name) ?? []), ...structs])),
  );
  return { minor, packages };
}

function readGroup(folder: string, group: string): [string, GoStructs][] {
  return foldersOf(join(folder, group))
    .filter((name) => /^v\d/.test(name))
    .map((version) => [`${group}.${version}`, readPackage(join(folder, group, version))]);
}

const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/**
 * Makes tools/openapi/go-types.json, encodings.json and go-structs.json: what the errors of a server's
 * decoder call fields and types by, which fields are written though they are empty, and the order and the
 * patch strategies of fields, as the Go sources of the API have it and OpenAPI has not.
 *
 *     ts-node tools/import-go-types.ts FOLDER VERSION…   # FOLDER holds api@VERSION, apimachinery@VERSION, …:
 * ~/go/pkg/mod/k8s.io v0.30.14 v0.31.0 … v0.37.2
 *
 * A version for each minor, oldest first. For names later versions win over earlier ones, which tell of types
 * that are gone since.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodings, encodingsText, type MinorPackages } from './go/encodings';
import { goStructs, goStructsText } from './go/go-structs';
import { goTypes, goTypesText } from './go/go-types';
import { type GoStructs, readPackage } from './go/source';

/** Modules and the folder in each that holds `<group>/<version>`. */
const MODULES: { readonly [module: string]: string } = {
  api: '',
  apimachinery: 'pkg/apis',
  'apiextensions-apiserver': 'pkg/apis',
  'kube-aggregator': 'pkg/apis',
};

function readPackages(root: string, version: string): [string, GoStructs][] {
  return Object.entries(MODULES).flatMap(([module, path]) => {
    const folder = join(root, `${module}@${version}`, path);
    return existsSync(folder) ? foldersOf(folder).flatMap((group) => readGroup(folder, group)) : [];
  });
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

if (require.main === module) {
  const [root, ...versions] = process.argv.slice(2);
  const facts = JSON.parse(readFileSync(join(__dirname, 'openapi/facts.json'), 'utf8'));
  const minors = versions.map((version): MinorPackages => ({
    minor: Number(version.split('.')[1]),
    packages: new Map(readPackages(root, version)),
  }));
  const all = minors.map(({ packages }) => goTypes(facts, packages));
  const types = Object.fromEntries(
    Object.entries(Object.assign({}, ...all) as (typeof all)[number]).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(join(__dirname, 'openapi/go-types.json'), goTypesText(types));
  writeFileSync(join(__dirname, 'openapi/encodings.json'), encodingsText(encodings(facts, minors)));
  writeFileSync(
    join(__dirname, 'openapi/go-structs.json'),
    goStructsText(
      goStructs(
        facts,
        minors.map(({ packages }) => packages),
      ),
    ),
  );
}

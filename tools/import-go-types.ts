/**
 * Makes tools/openapi/go-types.json, encodings.json and go-structs.json: what the errors of a server's
 * decoder call fields and types by, which fields are written though they are empty, and the order and the
 * patch strategies of fields, as the Go sources of the API have it and OpenAPI has not.
 *
 *     ts-node tools/import-go-types.ts FOLDER VERSION…   # FOLDER holds api@VERSION, apimachinery@VERSION, …:
 * ~/go/pkg/mod/k8s.io v0.30.14 v0.31.0 … v0.37.2
 *
 * A version for each minor, oldest first. Later versions win over earlier ones, which tell of types that are
 * gone since.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoTables, NO_TABLES, readPackages, withPackages, writeGoTables } from './go/tables';

const FOLDER = join(__dirname, 'openapi');

const [root, ...versions] = process.argv.slice(2);
const facts = JSON.parse(readFileSync(join(FOLDER, 'facts.json'), 'utf8'));
writeGoTables(
  FOLDER,
  versions.reduce(
    (known: GoTables, version) => withPackages(facts, known, readPackages(root, version)),
    NO_TABLES,
  ),
);

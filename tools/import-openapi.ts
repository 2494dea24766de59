/**
 * Makes the generators' input from the OpenAPI v3 documents of all minors:
 *
 *     npm run import-openapi -- FOLDER [VERSION…]
 *
 * FOLDER holds v1.30/, v1.31/ and so on, each with <group>_<version>.json and resources.json as a server
 * publishes them. A VERSION for each minor, oldest first, such as 1.30.14, also reads its Go modules, from
 * `--modules` (by default where Go keeps them), for what OpenAPI does not say: names of types in errors,
 * which empty fields are written, and the order and patch strategies of fields. Without versions, these
 * tables stay as they are.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { MODULE_FOLDER, NO_TABLES, readPackages, withPackages } from './go/tables';
import { describe } from './openapi/describe';
import { readDocuments } from './openapi/documents';
import { readInputs, writeInputs } from './openapi/inputs';
import { mergeFacts } from './openapi/merge';
import { reachable, STRUCT_ROOTS } from './openapi/roots';

const FOLDER = join(__dirname, 'openapi');

const {
  positionals: [folder = '../shared/openapi', ...versions],
  values: { modules },
} = parseArgs({
  allowPositionals: true,
  options: { modules: { type: 'string', default: MODULE_FOLDER } },
});

const documents = readDocuments(folder);
const facts = mergeFacts(documents);
const go = versions.length
  ? versions.reduce((known, version) => withPackages(facts, known, readPackages(modules, version)), NO_TABLES)
  : readInputs(FOLDER).go;
writeInputs(FOLDER, { facts, descriptions: describe(documents, reachable(facts, STRUCT_ROOTS)), go });

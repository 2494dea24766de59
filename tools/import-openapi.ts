/**
 * Makes the generators' input from OpenAPI v3 documents as servers publish them.
 *
 *     ts-node tools/import-openapi.ts FOLDER     # FOLDER holds v1.30/ … v1.37/, each with
 * <group>_<version>.json and resources.json
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from './openapi/documents';
import type { Facts, Descriptions } from './openapi/facts';
import { describe, mergeFacts } from './openapi/merge';
import { STRUCT_ROOTS, reachable } from './openapi/roots';

/** One type a line, so that a change reads well in review. */
export function factsText({ minors, types, kinds, typeMinors = {} }: Facts): string {
  const typeLines = Object.entries(types).map(
    ([name, fields]) => `  ${JSON.stringify(name)}: ${JSON.stringify(fields)}`,
  );
  const kindLines = kinds.map((kind) => `  ${JSON.stringify(kind)}`);
  const rangeLines = Object.entries(typeMinors).map(
    ([name, range]) => `  ${JSON.stringify(name)}: ${JSON.stringify(range)}`,
  );
  return `{\n "minors": ${JSON.stringify(minors)},\n "types": {\n${typeLines.join(',\n')}\n },\n "kinds": [\n${kindLines.join(',\n')}\n ],\n "typeMinors": {\n${rangeLines.join(',\n')}\n }\n}\n`;
}

export function descriptionsText(descriptions: Descriptions): string {
  return `${JSON.stringify(descriptions, null, 1)}\n`;
}

if (require.main === module) {
  const documents = readDocuments(process.argv[2] ?? '../shared/openapi');
  const facts = mergeFacts(documents);
  writeFileSync(join(__dirname, 'openapi/facts.json'), factsText(facts));
  writeFileSync(
    join(__dirname, 'openapi/descriptions.json'),
    descriptionsText(describe(documents, reachable(facts, STRUCT_ROOTS))),
  );
}

/**
 * Writes every generated file from tools/openapi:
 *
 *     npm run generate
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../lib/cli/config/fields';
import { encodingsFile, type EncodingSigns } from './generate/encodings';
import { blanks, engineTypes } from './generate/engine-types';
import { goStructsFile } from './generate/go-structs';
import { goTypesFile } from './generate/go-types';
import { renderTable } from './generate/render-table';
import { minorsFile, schemaTable } from './generate/schema-table';
import { structFiles } from './generate/structs';
import type { GoStructFacts } from './go/go-structs';
import type { GoTypes } from './go/go-types';
import type { Descriptions, Facts } from './openapi/facts';

/** Path below the repository → content. */
export function generatedFiles(
  facts: Facts,
  descriptions: Descriptions,
  types: GoTypes,
  encodings: EncodingSigns,
  goStructs: GoStructFacts,
): Map<string, string> {
  const files = new Map<string, string>();
  structFiles(facts, descriptions).forEach((text, file) => files.set(`lib/k8s/${file}`, text));
  files.set('lib/k8s/names.ts', renderTable(facts));
  files.set('lib/kubectl/scheme/go-structs.ts', goStructsFile(facts, goStructs));
  files.set('lib/validate/schema/blanks.ts', blanks(facts));
  files.set('lib/validate/schema/encodings.ts', encodingsFile(encodings));
  files.set('lib/validate/schema/minors.ts', minorsFile(facts));
  files.set('lib/validate/schema/go-types.ts', goTypesFile(facts, types));
  files.set('lib/validate/schema/table.ts', schemaTable(facts));
  files.set('lib/validate/schema/types.ts', engineTypes(facts));
  files.set('pod-patterns.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`);
  return files;
}

if (require.main === module) {
  const read = (file: string) => JSON.parse(readFileSync(join(__dirname, 'openapi', file), 'utf8'));
  const files = generatedFiles(
    read('facts.json'),
    read('descriptions.json'),
    read('go-types.json'),
    read('encodings.json'),
    read('go-structs.json'),
  );
  files.forEach((text, file) => writeFileSync(join(__dirname, '..', file), text));
}

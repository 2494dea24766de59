/**
 * Writes every generated file, from tools/openapi and the records of rules:
 *
 *     npm run generate
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../lib/cli/config/fields';
import { encodingsFile, type EncodingSigns } from './generate/encodings';
import { blanks, engineTypes } from './generate/engine-types';
import { fieldRulesFile } from './generate/field-rules';
import { goStructsFile } from './generate/go-structs';
import { goTypesFile } from './generate/go-types';
import { renderTable } from './generate/render-table';
import { compressedFile } from './generate/published-file';
import { configurableIds, recordsFile, ruleIdsFile, withRuleTables } from './generate/rule-files';
import { ruleRecords } from './generate/rule-records';
import { minorsFile, schemaTable } from './generate/schema-table';
import { structFiles } from './generate/structs';
import type { GoStructFacts } from './go/go-structs';
import type { GoTypes } from './go/go-types';
import type { Descriptions, Facts } from './openapi/facts';
import { publishedText } from './openapi/published';

const ROOT = join(__dirname, '..');

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
  files.set('lib/kubectl/commands/explain/field-rules-table.ts', fieldRulesFile());
  files.set('lib/validate/schema/blanks.ts', blanks(facts));
  files.set('lib/validate/schema/encodings.ts', encodingsFile(encodings));
  files.set('lib/validate/schema/minors.ts', minorsFile(facts));
  files.set('lib/validate/schema/go-types.ts', goTypesFile(facts, types));
  files.set('lib/validate/schema/table.ts', schemaTable(facts));
  files.set('lib/validate/schema/types.ts', engineTypes(facts));
  ruleFiles().forEach((text, file) => files.set(file, text));
  return files;
}

function ruleFiles(): Map<string, string> {
  const records = ruleRecords().map(({ record }) => record);
  const files = new Map<string, string>();
  files.set('lib/validate/rule-ids.ts', ruleIdsFile(records));
  files.set('lib/validate/catalogue/records.ts', recordsFile(records));
  files.set(
    'pod-patterns.schema.json',
    `${JSON.stringify(configSchema(configurableIds(records)), null, 2)}\n`,
  );
  for (const page of ['docs/rules.md', 'docs/server-rules.md']) {
    files.set(page, withRuleTables(readFileSync(join(ROOT, page), 'utf8'), records, patternPages()));
  }
  return files;
}

/** Names of patterns as texts have them, and their pages. */
const patternPages = () =>
  Object.fromEntries(
    readdirSync(join(ROOT, 'docs/patterns')).map((page) => [
      page.replace('.md', '').replaceAll('-', ' '),
      `patterns/${page}`,
    ]),
  );

/** Writes what `explain` shows of built-in kinds, from a folder of OpenAPI documents if there is one. */
export function writePublished(documents: string): void {
  if (!existsSync(documents)) return;
  const file = join(ROOT, 'lib/kubectl/commands/explain/published-data.ts');
  const existing = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, compressedFile(publishedText(documents), existing));
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
  files.forEach((text, file) => writeFileSync(join(ROOT, file), text));
  writePublished(join(ROOT, '../shared/openapi'));
}

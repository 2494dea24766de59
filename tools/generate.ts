/**
 * Writes every generated file, from tools/openapi and the records of rules:
 *
 *     npm run generate
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../lib/cli/config/fields';
import { encodingsFile } from './generate/encodings';
import { blanks, engineTypes } from './generate/engine-types';
import { goStructsFile } from './generate/go-structs';
import { goTypesFile } from './generate/go-types';
import { renderTable } from './generate/render-table';
import { configurableIds, recordsFile, ruleIdsFile, withRuleTables } from './generate/rule-files';
import { ruleRecords } from './generate/rule-records';
import { minorsFile, schemaTable } from './generate/schema-table';
import { structFiles } from './generate/structs';
import { type Inputs, readInputs } from './openapi/inputs';

const ROOT = join(__dirname, '..');

/** Path below the repository → content. */
export function generatedFiles({ facts, descriptions, go }: Inputs): Map<string, string> {
  const files = new Map<string, string>();
  structFiles(facts, descriptions).forEach((text, file) => files.set(`lib/k8s/${file}`, text));
  files.set('lib/k8s/names.ts', renderTable(facts));
  files.set('lib/kubectl/scheme/go-structs.ts', goStructsFile(facts, go.structs));
  files.set('lib/validate/schema/blanks.ts', blanks(facts));
  files.set('lib/validate/schema/encodings.ts', encodingsFile(go.encodings));
  files.set('lib/validate/schema/minors.ts', minorsFile(facts));
  files.set('lib/validate/schema/go-types.ts', goTypesFile(facts, go.types));
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

if (require.main === module) {
  const files = generatedFiles(readInputs(join(__dirname, 'openapi')));
  files.forEach((text, file) => writeFileSync(join(ROOT, file), text));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../../lib/cli/config/fields';
import { encodingsFile } from './encodings';
import { blanks, engineTypes } from './engine-types';
import { fieldRulesFile } from './field-rules';
import { goStructsFile } from './go-structs';
import { goTypesFile } from './go-types';
import { renderTable } from './render-table';
import { configurableIds, recordsFile, ruleIdsFile, withRuleTables } from './rule-files';
import { ruleRecords } from './rule-records';
import { minorsFile, schemaTable } from './schema-table';
import { structFiles } from './structs';
import type { Inputs } from '../openapi/inputs';

const ROOT = join(__dirname, '../..');

/** Path below the repository → content. */
export function generatedFiles({ facts, descriptions, go }: Inputs): Map<string, string> {
  const files = new Map<string, string>();
  structFiles(facts, descriptions).forEach((text, file) => files.set(`lib/k8s/${file}`, text));
  files.set('lib/k8s/names.ts', renderTable(facts));
  files.set('lib/kubectl/scheme/go-structs.ts', goStructsFile(facts, go.structs));
  files.set('lib/kubectl/commands/explain/field-rules-table.ts', fieldRulesFile());
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

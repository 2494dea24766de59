/**
 * Writes lib/options/table.ts, what public methods take, from the jsii assembly of the last build:
 *
 *     npm run build && npm run option-table
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssemblyFromPath } from '@jsii/spec';
import { optionTable } from './option-table/table';

const ROOT = join(__dirname, '..');

writeFileSync(
  join(ROOT, 'lib/options/table.ts'),
  optionTable(loadAssemblyFromPath(ROOT, false), (file) => readFileSync(join(ROOT, file), 'utf8')),
);

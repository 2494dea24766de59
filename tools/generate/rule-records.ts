import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { RuleRecord } from '../../lib/validate/rule';

const ROOT = join(__dirname, '../..');

/** A record, and where it is exported. */
export interface FoundRecord {
  readonly record: RuleRecord;
  /** Name of the export. */
  readonly name: string;
  /** Path below the repository. */
  readonly file: string;
}

/**
 * The records of rules that files of lib/validate export, sorted by id.
 *
 * @throws Error if two rules have one id
 */
export function ruleRecords(): readonly FoundRecord[] {
  const found = new Map<string, FoundRecord>();
  for (const path of sources(join(ROOT, 'lib/validate'))) {
    const file = relative(ROOT, path);
    for (const [name, record] of recordsIn(path)) {
      const other = found.get(record.id);
      if (other && other.record !== record) {
        throw new Error(`${file}: rule id "${record.id}" is taken by ${other.file}`);
      }
      found.set(record.id, other ?? { record, name, file });
    }
  }
  return [...found.values()].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
}

export const recordsIn = (path: string): [name: string, record: RuleRecord][] =>
  Object.entries(require(path) as object).filter(([, value]) => isRecord(value));

/** Files that define rules: nothing else is loaded. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path, 'utf8').includes(' = defineRule'))
    .sort();
}

const isRecord = (value: unknown): value is RuleRecord =>
  typeof value === 'object' && value !== null && TEXTS.every((field) => field in value);

const TEXTS: readonly (keyof RuleRecord)[] = ['id', 'stage', 'mistake', 'suggestion'];

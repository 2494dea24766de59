import { closest } from '../closest';
import { docsAddress } from '../docs-address';
import type { FindingLevel } from '../finding';
import { defaultLevel, isConfigurable, type RuleRecord } from '../rule-record';
import { RECORDS } from './records';

/** A rule in words. */
export interface RuleFacts extends RuleRecord {
  readonly level: FindingLevel;
  readonly configurable: boolean;
  /** Address of its row in the docs. */
  readonly docs: string;
}

/** All rules that can find something, sorted by id. */
export const allRules = (): readonly RuleFacts[] => (known ??= RECORDS.map(factsOf));

/** A rule by its id. */
export const ruleNamed = (id: string): RuleFacts | undefined => allRules().find((rule) => rule.id === id);

/** The id of a rule that a misspelt one most likely stands for. */
export const nearRule = (id: string): string | undefined =>
  closest(
    id,
    allRules().map((rule) => rule.id),
  );

let known: readonly RuleFacts[] | undefined;

const factsOf = (record: RuleRecord): RuleFacts => ({
  ...record,
  level: defaultLevel(record),
  configurable: isConfigurable(record),
  docs: docsAddress(record.section ? 'rules' : 'server-rules', record.id),
});

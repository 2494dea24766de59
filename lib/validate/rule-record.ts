import type { FindingLevel, FindingStage } from './finding';
import type { RuleId } from './rule-ids';

/** All that is known of a rule. Texts are one line without a full stop; names of fields are in backquotes. */
export interface RuleRecord {
  /** Kebab-case name that findings, docs and switches use. */
  readonly id: RuleId;
  /** Stage of validation that its findings come from. */
  readonly stage: FindingStage;
  /**
   * Level of its findings unless a user asks for another.
   *
   * @default - a warning in the stage `warn`, an error in all others
   */
  readonly level?: FindingLevel;
  /**
   * Whether users may choose another level.
   *
   * @default - in the stages `lint` and `pod-security`
   */
  readonly configurable?: boolean;
  /** The mistake that it finds. */
  readonly mistake: string;
  /**
   * Why that is a mistake.
   *
   * @default - the message of a server says so
   */
  readonly why?: string;
  /** How to fix it. */
  readonly suggestion: string;
  /**
   * Section of docs/rules.md that has its row.
   *
   * @default - its row is in docs/server-rules.md, in the section of its stage
   */
  readonly section?: Section;
}

/** Sections of docs/rules.md. */
export type Section = 'containers' | 'suppressions' | 'volumes' | 'helpers' | 'services';

/** A rule of ours: no server has a text for its mistake. */
export interface OwnRule extends RuleRecord {
  readonly stage: 'lint';
  readonly level: FindingLevel;
  readonly section: Section;
  readonly why: string;
}

/**
 * Defines a rule. Export what it returns: `npm run generate` collects the records of all exports into the
 * catalogue, the type of ids and the docs.
 */
export const defineRule = <Function extends object = object>(
  rule: RuleRecord & Function,
): RuleRecord & Function => rule;

/** The level of a rule's findings unless a user asks for another. */
export const defaultLevel = ({ stage, level }: RuleRecord): FindingLevel =>
  level ?? (stage === 'warn' ? 'warning' : 'error');

/** Whether users may choose the level of a rule. */
export const isConfigurable = ({ stage, configurable }: RuleRecord): boolean =>
  configurable ?? (stage === 'lint' || stage === 'pod-security');

import { allRules, nearRule, ruleNamed, type RuleFacts } from '../../validate/catalogue';
import type { FindingSource } from '../../validate/finding';
import { UsageError } from '../failure';
import type { World } from '../world';
import { wrapped } from './wrap';

/**
 * Tells of a rule, or of all.
 *
 * @throws UsageError where there is no such rule
 */
export function explainRule(id: string | undefined, world: World): void {
  void world.out(id === undefined ? listText() : ruleText(known(id)));
}

function known(id: string): RuleFacts {
  const rule = ruleNamed(id);
  if (rule) return rule;
  const near = nearRule(id);
  throw new UsageError(
    `there is no rule "${id}": ${near ? `did you mean "${near}"?` : '"pod-patterns explain-rule" lists all'}`,
  );
}

/** Who says what the rules of a stage say. */
const SAID_BY: { readonly [source in FindingSource]: string } = {
  read: 'said while the file is read, as kubectl does',
  decode: 'said by a server while it decodes a manifest',
  admit: 'said by an admission plugin of a server',
  judge: "said by a server's validation",
  warn: 'a warning of a server, which takes the manifest',
  'pod-security': 'said by a server where a Pod Security Standard is to be met',
  references: 'said of what a manifest refers to',
  lint: 'said by pod-patterns alone: a server takes the manifest',
};

function ruleText(rule: RuleFacts): string {
  const { id, level, stage, mistake, why, suggestion, docs } = rule;
  return [
    `${id} (${level})`,
    wrapped('  ', `${sentence(mistake)}${why ? ` Because ${why}.` : ''}`),
    '',
    wrapped('  → ', suggestion),
    '',
    wrapped('  ', sentence(SAID_BY[stage])),
    '',
    switchText(rule),
    `  ${docs}`,
    '',
  ].join('\n');
}

/** What a user can do where the finding is not wanted. */
function switchText({ id, stage, level: usual, configurable }: RuleFacts): string {
  const level = configurable
    ? [
        `  Another level:  --rule ${id}=off, or in pod-patterns.yaml`,
        `                    rules: {${id}: off}`,
      ]
    : [];
  const suppress =
    configurable || usual !== 'error' || stage === 'pod-security' || id === 'duplicate-key'
      ? [
          `  In one place:   # pod-patterns: ignore ${id} -- REASON`,
          '  In one object:  metadata:',
          '                    annotations:',
          `                      ignore.pod-patterns/${id}: REASON`,
        ]
      : [
          '  It can be neither switched off nor suppressed: a server would refuse',
          '  the manifest all the same.',
        ];
  return [...level, ...suppress, ''].join('\n');
}

const sentence = (text: string) => `${text[0].toUpperCase()}${text.slice(1)}.`;

/** One line a rule, by stage. */
function listText(): string {
  const rules = allRules();
  const width = Math.max(...rules.map(({ id }) => id.length));
  const stages = [...new Set(rules.map(({ stage }) => stage))].sort(
    (a, b) => STAGES.indexOf(a) - STAGES.indexOf(b),
  );
  return stages
    .map((stage) => {
      const rows = rules
        .filter((rule) => rule.stage === stage)
        .map(
          ({ id, level, mistake }) => `  ${id.padEnd(width)}  ${level.padEnd('warning'.length)}  ${mistake}`,
        );
      return `${stage}: ${SAID_BY[stage]}\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

const STAGES = Object.keys(SAID_BY) as readonly FindingSource[];

import { allRules, nearRule, ruleNamed, type RuleFacts } from '../../validate/catalogue';
import type { FindingStage } from '../../validate/finding';
import { UsageError } from '../failure';
import type { World } from '../world';
import { wrapped } from './wrap';

/**
 * Explains a rule, or lists all.
 *
 * @throws UsageError if there is no such rule
 */
export function explainRule(id: string | undefined, world: World): void {
  void world.out(id === undefined ? listText() : ruleText(ruleOrThrow(id)));
}

function ruleOrThrow(id: string): RuleFacts {
  const rule = ruleNamed(id);
  if (rule) return rule;
  const near = nearRule(id);
  throw new UsageError(
    `unknown rule "${id}": ${near ? `did you mean "${near}"?` : '"pod-patterns explain-rule" lists all rules'}`,
  );
}

/** Who reports the findings of a stage. */
const REPORTED_BY: { readonly [source in FindingStage]: string } = {
  read: 'reported while reading the file, as by kubectl',
  decode: 'reported by the API server while decoding a manifest',
  admit: 'reported by an admission plugin of the API server',
  judge: "reported by the API server's validation",
  warn: 'a warning from the API server, which accepts the manifest',
  'pod-security': 'reported by the API server if a Pod Security Standard is enforced',
  lint: 'reported by pod-patterns only: the API server accepts the manifest',
};

function ruleText(rule: RuleFacts): string {
  const { id, level, stage, mistake, why, suggestion, docs } = rule;
  return [
    `${id} (${level})`,
    wrapped('  ', `${sentence(mistake)}${why ? ` ${sentence(why)}` : ''}`),
    '',
    wrapped('  → ', suggestion),
    '',
    wrapped('  ', sentence(REPORTED_BY[stage])),
    '',
    switchText(rule),
    `  ${docs}`,
    '',
  ].join('\n');
}

/** How to disable or suppress the finding. */
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
      : ['  It cannot be disabled or suppressed: the API server would still reject', '  the manifest.'];
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
      return `${stage}: ${REPORTED_BY[stage]}\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

const STAGES = Object.keys(REPORTED_BY) as readonly FindingStage[];

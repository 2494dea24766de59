import type { FindingLevel } from '../../validate/finding';
import { countText, indentedLines, matcher } from '../context';
import { findingsText } from '../finding-text';
import type { Judged } from '../judging';
import { tellNotJudged } from '../not-judged';
import { checkedOptions } from '../options';
import { judgedIn, subjectOf } from '../subject';
import type { ValidManifestsOptions } from '../types';

export const toBeValidManifests = matcher(
  'toBeValidManifests',
  'options',
  (matching, received, given?: ValidManifestsOptions) => {
    const { allowWarnings = false, ...options } = checkedOptions(given, ['allowWarnings']);
    const subject = subjectOf(received);
    const judged = judgedIn(subject, options);
    const wrong = judged.filter(
      ({ finding: { level } }) => level === 'error' || (level === 'warning' && !allowWarnings),
    );
    if (!wrong.length) tellNotJudged(judged);
    return {
      pass: !wrong.length,
      message: () =>
        wrong.length
          ? matching.text(`Found ${summary(wrong)}:`, findingsText(wrong, matching), suggestionText(wrong))
          : matching.text(
              `Expected invalid manifests, but all are valid:\n${indentedLines(subject.entries().map(({ origin }) => origin))}`,
            ),
    };
  },
);

function summary(judged: readonly Judged[]): string {
  const count = (level: FindingLevel) => judged.filter(({ finding }) => finding.level === level).length;
  const levels = [
    ['error', count('error')],
    ['warning', count('warning')],
  ] as const;
  return levels
    .filter(([, number]) => number)
    .map(([level, number]) => countText(number, level))
    .join(' and ');
}

const suggestionText = (judged: readonly Judged[]) =>
  judged.every(({ finding: { level } }) => level === 'warning') &&
  'There are only warnings: use { allowWarnings: true } to accept them.';

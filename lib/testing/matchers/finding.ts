import { indentedLines, matcher, type MatcherMessage, Misuse } from '../context';
import { briefText, findingsText } from '../finding-text';
import type { Judged } from '../judging';
import { checkedName, isNamed, nameText } from '../name';
import { checkedOptions } from '../options';
import { checkedRule } from '../rule-ids';
import { judgedIn, type Subject, subjectOf } from '../subject';
import type { Name } from '../types';
import type { ValidationOptions } from '../../validate/options';

export const toHaveFinding = matcher(
  'toHaveFinding',
  'rule, path',
  (matching, received, rule: string, path?: Name, given?: ValidationOptions) => {
    checkedRule(rule);
    if (path !== undefined) checkedName(path, 'the path (options are the third argument)');
    const options = checkedOptions(given);
    if (options.rules?.[rule] === 'off') {
      throw new Misuse(`the rule "${rule}" is disabled by the options`);
    }
    const subject = subjectOf(received);
    const judged = judgedIn(subject, options);
    const ofRule = judged.filter(({ finding }) => finding.rule === rule);
    const found = ofRule.filter(
      ({ finding }) => path === undefined || isNamed(finding.path, path, matching.context),
    );
    return {
      pass: found.length > 0,
      message: () =>
        found.length
          ? matching.text(
              `Expected no finding of ${rule}${atText(path)}, but found:`,
              findingsText(found, matching),
            )
          : matching.text(
              `Expected a finding of ${rule}${atText(path)}, but ${nearest(judged, ofRule, matching)}`,
              suppressionText(rule, subject),
            ),
    };
  },
);

/** Where a suppression of the rule stands, which may be why it is not found. */
function suppressionText(rule: string, subject: Subject): string | undefined {
  const mark = new RegExp(`pod-patterns: *ignore[^\\n]*[ ,]${rule}\\b|ignore\\.pod-patterns/${rule}\\b`);
  const entry = subject.entries().find(({ text }) => mark.test(text.source.text));
  return entry && `The YAML of ${entry.origin} suppresses ${rule}.`;
}

const atText = (path: Name | undefined) => (path === undefined ? '' : ` at ${nameText(path)}`);

/** What was found instead: of the same rule, where there is any. */
function nearest(judged: readonly Judged[], ofRule: readonly Judged[], matching: MatcherMessage): string {
  if (ofRule.length) return `it was found elsewhere:\n\n${findingsText(ofRule, matching)}`;
  return judged.length
    ? `found only other rules:\n${indentedLines(judged.map(briefText))}`
    : 'there are no findings.';
}

import type { MarkedComment } from '../../manifest/comments';
import { nearRule, ruleNamed } from '../catalogue';
import { closest } from '../closest';
import { quote } from '../../go/format';
import { FieldPath } from '../path';
import type { Suppression } from './suppression';

/** How every comment for this program begins, also where its colon is missing. */
export const COMMENT_MARK = /#[ \t]*(?=pod-patterns(?::|[ \t]+ignore\b))/g;

/** What stands in a comment, from `pod-patterns` on. */
interface Parts {
  readonly colon: boolean;
  readonly directive: string;
  /** What follows the directive, and where. */
  readonly ids: string;
  readonly idsAt: number;
  readonly reason: string;
}

function partsOf(text: string): Parts {
  const colon = text[NAME.length] === ':';
  const start = skipped(/[ \t]*/y, text, NAME.length + Number(colon));
  const idsAt = skipped(/\S*/y, text, start);
  const rest = text.slice(idsAt);
  const dashes = rest.search(/\s--/);
  const [ids, reason] =
    dashes < 0 ? [rest, ''] : [rest.slice(0, dashes), rest.slice(dashes + ' --'.length).trim()];
  return { colon, directive: text.slice(start, idsAt), ids, idsAt, reason };
}

const NAME = 'pod-patterns';

/** The offset after what a sticky pattern matches. */
function skipped(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  pattern.test(text);
  return pattern.lastIndex;
}

/** The suppressions of one comment: `# pod-patterns: ignore rule-id, rule-id -- reason`. */
export function commentSuppressions({ text, textOffset, start, end }: MarkedComment): Suppression[] {
  const { colon, directive, ids, idsAt, reason } = partsOf(text);
  const offset = textOffset + idsAt - directive.length;
  const common = { path: FieldPath.ROOT, form: 'comment', covers: { start, end }, offset } as const;
  const faulty = (fault: string): Suppression => ({ ...common, rule: '', fault });
  if (!colon) return [faulty('missing colon after pod-patterns')];
  if (directive !== 'ignore') return [faulty(directiveFault(directive))];
  const { words, rest } = wordsOf(ids);
  if (!words.length) return [faulty('no rule is specified')];
  const why = reason ? { reason } : {};
  const place = (index: number) => textOffset + idsAt + index;
  return [
    ...words.map(({ 0: rule, index }) => ({ ...common, rule, offset: place(index), ...why })),
    ...(rest
      ? [{ ...faulty(`${quote(rest.text)} is not a rule: put a reason after --`), offset: place(rest.index) }]
      : []),
  ];
}

interface RuleWords {
  readonly words: readonly RegExpExecArray[];
  /** What begins like no rule, after one and without a comma: a reason. */
  readonly rest?: { readonly text: string; readonly index: number };
}

function wordsOf(ids: string): RuleWords {
  const words = [...ids.matchAll(/[^\s,]+/g)];
  const follows = (number: number) =>
    number > 0 &&
    !ids.slice(words[number - 1].index + words[number - 1][0].length, words[number].index).includes(',');
  const first = words.findIndex(
    ({ 0: word }, number) => follows(number) && !ruleNamed(word) && !nearRule(word),
  );
  if (first < 0) return { words };
  const { index } = words[first];
  return { words: words.slice(0, first), rest: { text: ids.slice(index).trimEnd(), index } };
}

function directiveFault(directive: string): string {
  const near = closest(directive, ['ignore']);
  return `unknown directive "${directive}"${near ? ': did you mean "ignore"?' : ''}`;
}

import type { MarkedComment } from '../../manifest/comments';
import { nearRule, ruleNamed } from '../catalogue';
import { closest } from '../closest';
import { quote } from '../go-text';
import { FieldPath } from '../path';
import type { Suppression } from './suppression';

/** How every comment for this program begins, also where its colon is missing. */
export const COMMENT_MARK = /#[ \t]*(?=pod-patterns(?::|[ \t]+ignore\b))/g;

const FORM = /^pod-patterns(:?)([ \t]*)(\S*)(.*?)(?:(?:^|\s)--\s*(.*))?$/s;

/** The suppressions of one comment: `# pod-patterns: ignore rule-id, rule-id -- reason`. */
export function commentSuppressions({ text, textOffset, start, end }: MarkedComment): Suppression[] {
  const covers: Suppression['covers'] = ({ offset }) => offset !== undefined && start <= offset && offset < end;
  const [, colon, space, directive, ids, reason] = FORM.exec(text)!;
  const offset = textOffset + 'pod-patterns'.length + colon.length + space.length;
  const common = { path: FieldPath.ROOT, form: 'comment', covers, offset } as const;
  const faulty = (fault: string): Suppression => ({ ...common, rule: '', fault });
  if (!colon) return [faulty('the colon after pod-patterns is missing')];
  if (directive !== 'ignore') return [faulty(directiveFault(directive))];
  const { words, rest } = wordsOf(ids);
  if (!words.length) return [faulty('no rule is named')];
  const why = reason?.trim() ? { reason: reason.trim() } : {};
  const place = (index: number) => offset + directive.length + index;
  return [
    ...words.map(({ 0: rule, index }) => ({ ...common, rule, offset: place(index), ...why })),
    ...(rest ? [{ ...faulty(`${quote(rest[0])} is no rule: a reason stands after --`), offset: place(rest.index) }] : []),
  ];
}

interface RuleWords {
  readonly words: readonly RegExpExecArray[];
  /** What begins like no rule, after one and without a comma: a reason. */
  readonly rest?: RegExpExecArray;
}

function wordsOf(ids: string): RuleWords {
  const words = [...ids.matchAll(/[^\s,]+/g)];
  const first = words.findIndex(({ 0: word, index }, number) => number > 0 && /[^,\s]\s+$/.test(ids.slice(0, index)) && !ruleNamed(word) && !nearRule(word));
  if (first < 0) return { words };
  const rest = /\S.*\S|\S/.exec(ids.slice(words[first].index))!;
  rest.index = words[first].index;
  return { words: words.slice(0, first), rest };
}

function directiveFault(directive: string): string {
  const near = closest(directive, ['ignore']);
  return `there is no directive "${directive}"${near ? ': did you mean "ignore"?' : ''}`;
}

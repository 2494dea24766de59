import type { MarkedComment } from '../../manifest/comments';
import { closest } from '../closest';
import { FieldPath } from '../path';
import type { Suppression } from './suppression';

/** How every comment for this program begins. */
export const COMMENT_MARK = /#[ \t]*pod-patterns:/g;

/** The suppressions of one comment: `# pod-patterns: ignore rule-id, rule-id -- reason`. */
export function commentSuppressions({ text, textOffset, start, end }: MarkedComment): Suppression[] {
  const covers: Suppression['covers'] = ({ offset }) => offset !== undefined && start <= offset && offset < end;
  const common = { path: FieldPath.ROOT, form: 'comment', covers } as const;
  const [, space, directive, ids, reason] = /^([ \t]*)(\S*)(.*?)(?:(?:^|\s)--\s*(.*))?$/.exec(text)!;
  const offset = textOffset + space.length;
  if (directive !== 'ignore') return [{ ...common, rule: '', offset, fault: directiveFault(directive) }];
  const rules = [...ids.matchAll(/[^\s,]+/g)];
  if (!rules.length) return [{ ...common, rule: '', offset, fault: 'no rule is named' }];
  const why = reason?.trim() ? { reason: reason.trim() } : {};
  return rules.map(({ 0: rule, index }) => ({ ...common, rule, offset: offset + directive.length + index, ...why }));
}

function directiveFault(directive: string): string {
  const near = closest(directive, ['ignore']);
  return `there is no directive "${directive}"${near ? ': did you mean "ignore"?' : ''}`;
}

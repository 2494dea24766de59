import type { Field } from '../../field';
import { isDeclared } from '../declared';

/** What is asked of a list beyond its items. */
interface ListRules<T> {
  readonly limit: number;
  /** Field that no two items may share; none: the items are texts that may not be the same. */
  readonly unique?: keyof T & string;
  /** A repeated item as a server shows it whose API tags judge that. */
  readonly shown?: (item: T) => unknown;
}

type Judge<T> = (item: T, at: Field) => void;

/**
 * validateSlice, 1.36: items of too long a list are not looked at since 1.35. Returns whether the list is
 * short enough.
 */
export function judgeList<T>(items: readonly T[], limit: number, at: Field, judge: Judge<T>): boolean {
  const tooMany = items.length > limit;
  if (!tooMany || at.minor < 35) items.forEach((item, index) => judge(item, at.index(index)));
  if (tooMany) at.tooMany(items.length, limit);
  return !tooMany;
}

/** validateSet, 1.36. */
export function judgeSet<T>(items: readonly T[], rules: ListRules<T>, at: Field, judge: Judge<T>): void {
  if (judgeList(items, rules.limit, at, judge) || at.minor < 35) judgeUnique(items, rules, at);
}

/** Up to 1.34, the field is named that repeats another. */
export function judgeUnique<T>(
  items: readonly T[],
  { unique, shown }: Pick<ListRules<T>, 'unique' | 'shown'>,
  at: Field,
): void {
  const seen = new Set<unknown>();
  items.forEach((item, index) => {
    const key = unique === undefined ? item : (item[unique] ?? '');
    const place = at.index(index);
    if (!seen.has(key)) seen.add(key);
    else if (unique === undefined) place.duplicate(key);
    else if (at.minor < 35) place.field(unique).duplicate(key);
    else place.duplicate(shown && isDeclared(at) ? shown(item) : key, { repeats: [unique] });
  });
}

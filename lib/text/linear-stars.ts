/** What a `*` of a pattern for names becomes in a regular expression. */
const STAR = /\[\^\\?\/\]\*/;

/** Whether a part of an expression has whole classes alone: `[a*]` has been taken apart. */
const hasWholeClasses = (part: string) => /^(?:[^[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\])*$/.test(part);

/** Whether a part goes on into another name. A `?` is `[^/]`. */
const endsName = (part: string) => part.replace(/\[\^\\?\/\]/g, '').includes('/');

/** An expression, and how many groups are counted up to its end. */
export interface LinearPattern {
  readonly source: string;
  readonly groups: number;
}

/**
 * The source of a regular expression made of a pattern for names, which tries each `*` but the last of a name
 * once: what follows it is taken where it comes first, as what follows is of one length. `a*a*a*b` would take
 * forever otherwise.
 *
 * @param groupsBefore groups that stand before it in a longer expression
 */
export function linearStars(source: string, groupsBefore = 0): LinearPattern {
  const parts = source.split(STAR);
  if (parts.length < 3 || !parts.every(hasWholeClasses)) return { source, groups: groupsBefore };
  let quick = parts[0];
  let groups = groupsBefore;
  parts.slice(1).forEach((part, index) => {
    const isLast = index === parts.length - 2 || endsName(part);
    quick += isLast ? `[^/]*${part}` : `(?=([^/]*?${part}))\\${++groups}`;
  });
  return { source: quick, groups };
}

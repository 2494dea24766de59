import { inspect } from 'node:util';

/** What a part of a text is, which has a colour. */
export type Part = 'error' | 'warning' | 'info' | 'place' | 'gutter' | 'remedy' | 'strong';

/** Colours a part of a text, or leaves it as it is. */
export type Paint = (part: Part, text: string) => string;

export const PLAIN: Paint = (_, text) => text;

const COLORS: { readonly [part in Part]: keyof typeof inspect.colors } = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  place: 'red',
  gutter: 'gray',
  remedy: 'green',
  strong: 'bold',
};

/** Colours of a terminal. */
export const COLORED: Paint = (part, text) => {
  const [open, close] = inspect.colors[COLORS[part]]!;
  return `\x1b[${open}m${text}\x1b[${close}m`;
};

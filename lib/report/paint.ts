import { inspect } from 'node:util';

/** Styles of parts of a text, each with a color. */
export type Style = 'error' | 'warning' | 'info' | 'position' | 'gutter' | 'suggestion' | 'strong';

/** Colors a part of a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const PLAIN: Paint = (_, text) => text;

const COLORS: { readonly [style in Style]: keyof typeof inspect.colors } = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  position: 'red',
  gutter: 'gray',
  suggestion: 'green',
  strong: 'bold',
};

/** Colors of a terminal. */
export const COLORED: Paint = (style, text) => {
  const [open, close] = inspect.colors[COLORS[style]]!;
  return `\x1b[${open}m${text}\x1b[${close}m`;
};

/** Characters that XML and JSON may hold, but that act on a terminal, hide, or turn text round there. */
export const TERMINAL_CONTROLS = /[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A character as JSON and YAML escape it between double quotes. */
export const jsonEscape = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

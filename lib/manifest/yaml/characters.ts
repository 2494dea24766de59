/* What go-yaml's scanner distinguishes (yamlprivateh.go, go.yaml.in/yaml/v2). */

/** A space or a tab. */
export const BLANK = 1;
/** A line break of YAML 1.1. */
export const BREAK = 2;
/** The end of the text, which `Cursor` marks by a NUL. */
export const END = 4;
/** A character of an anchor's name. */
export const WORD = 8;
/** What ends a plain scalar within brackets. */
export const FLOW = 16;
export const COLON = 32;
/** What a quoted scalar has to look at, besides the end of the text and of the line. */
export const QUOTING = 64;
/** What a plain scalar may not begin with. */
export const INDICATOR = 128;

/** The classes of each UTF-16 code unit. */
export const CLASSES = new Uint8Array(0x10000);

function mark(characters: string, classes: number): void {
  for (const character of characters) CLASSES[character.charCodeAt(0)] |= classes;
}

mark(' \t', BLANK);
mark('\n\r\u0085\u2028\u2029', BREAK);
mark('\0', END);
mark('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-', WORD);
mark(',?[]{}', FLOW);
mark(':', COLON);
mark('"\'\\', QUOTING);
mark('\t-?:,[]{}#&*!|>\'"%@`', INDICATOR);

/** What YAML does not allow in a text; half of a surrogate pair is not looked for. */
export const CONTROL = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffd]/;

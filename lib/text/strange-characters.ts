/** A character that looks like another one or like nothing. */
interface StrangeCharacter {
  readonly name: string;
  /** What was probably meant; nothing if the character is only in the way. */
  readonly meant: string;
}

const NAMES: readonly (readonly [meant: string, names: { readonly [character: string]: string }])[] = [
  [
    '',
    {
      '\u00ad': 'soft hyphen',
      '\u034f': 'combining grapheme joiner',
      '\u061c': 'Arabic letter mark',
      '\u180e': 'Mongolian vowel separator',
      '\u200b': 'zero-width space',
      '\u200c': 'zero-width non-joiner',
      '\u200d': 'zero-width joiner',
      '\u200e': 'left-to-right mark',
      '\u200f': 'right-to-left mark',
      '\u202a': 'left-to-right embedding',
      '\u202b': 'right-to-left embedding',
      '\u202c': 'pop directional formatting',
      '\u202d': 'left-to-right override',
      '\u202e': 'right-to-left override',
      '\u2060': 'word joiner',
      '\u2066': 'left-to-right isolate',
      '\u2067': 'right-to-left isolate',
      '\u2068': 'first strong isolate',
      '\u2069': 'pop directional isolate',
      '\ufe0f': 'variation selector-16',
      '\ufeff': 'byte order mark',
    },
  ],
  [
    ' ',
    {
      '\t': 'tab',
      '\u0085': 'next line',
      '\u00a0': 'no-break space',
      '\u1680': 'ogham space mark',
      '\u2000': 'en quad',
      '\u2001': 'em quad',
      '\u2002': 'en space',
      '\u2003': 'em space',
      '\u2004': 'three-per-em space',
      '\u2005': 'four-per-em space',
      '\u2006': 'six-per-em space',
      '\u2007': 'figure space',
      '\u2008': 'punctuation space',
      '\u2009': 'thin space',
      '\u200a': 'hair space',
      '\u2028': 'line separator',
      '\u2029': 'paragraph separator',
      '\u202f': 'narrow no-break space',
      '\u205f': 'medium mathematical space',
      '\u3000': 'ideographic space',
    },
  ],
  [
    '-',
    {
      '\u2010': 'hyphen',
      '\u2011': 'non-breaking hyphen',
      '\u2012': 'figure dash',
      '\u2013': 'en dash',
      '\u2014': 'em dash',
      '\u2015': 'horizontal bar',
      '\u2212': 'minus sign',
      '\ufe63': 'small hyphen-minus',
    },
  ],
  [
    '"',
    {
      '\u201c': 'left double quotation mark',
      '\u201d': 'right double quotation mark',
      '\u201e': 'double low-9 quotation mark',
      '\u201f': 'double high-reversed-9 quotation mark',
      '\u2033': 'double prime',
    },
  ],
  [
    "'",
    {
      '\u2018': 'left single quotation mark',
      '\u2019': 'right single quotation mark',
      '\u201a': 'single low-9 quotation mark',
      '\u201b': 'single high-reversed-9 quotation mark',
      '\u2032': 'prime',
    },
  ],
];

const CHARACTERS: ReadonlyMap<string, StrangeCharacter> = new Map([
  ...NAMES.flatMap(([meant, names]) =>
    Object.entries(names).map(([character, name]) => [character, { name, meant }] as const),
  ),
  ...Array.from({ length: 0x5e }, (_, index) => {
    const meant = String.fromCharCode(0x21 + index);
    return [String.fromCharCode(0xff01 + index), { name: `fullwidth ${meant}`, meant }] as const;
  }),
]);

const STRANGE = new RegExp(`[${[...CHARACTERS.keys()].join('')}]`, 'g');

/** The text with what was probably meant in place of each strange character. */
export const withoutStrange = (text: string): string =>
  text.replace(STRANGE, (character) => CHARACTERS.get(character)!.meant);

/** What to do about the strange characters of a text; undefined if there are none. */
export function strangeCharacters(text: string): string | undefined {
  const found = [...new Set(text.match(STRANGE) ?? [])];
  return found.length ? found.map(adviceOn).join(', ') : undefined;
}

/** The offset of the first strange character of a text, or -1. */
export const strangeOffset = (text: string): number => text.search(STRANGE);

/** Whether a character is none that one sees, but a tab. */
export function isInvisible(character: string): boolean {
  const meant = character === '\t' ? undefined : CHARACTERS.get(character)?.meant;
  return meant === '' || meant === ' ';
}

/** The code point and the name of a strange character. */
export function named(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} (${CHARACTERS.get(character)!.name})`;
}

function adviceOn(character: string): string {
  const { meant } = CHARACTERS.get(character)!;
  if (!meant) return `remove ${named(character)}`;
  if (character === '\t') return `replace ${named(character)} with spaces`;
  return `replace ${named(character)} with ${meant === ' ' ? 'a space' : meant}`;
}

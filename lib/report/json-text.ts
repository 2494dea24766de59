/** JSON whose text no terminal acts on: what JSON leaves as it is and may be harmful is escaped, which means the same. */
export const jsonText = (value: unknown) => JSON.stringify(value).replace(/[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, escaped);

/** The entries of an object, as they stand between its braces. */
export const jsonEntries = (value: object) => jsonText(value).slice(1, -1);

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

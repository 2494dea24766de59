/** Characters of a word without quotes (RFC 5322); those beyond ASCII may stand there, too. */
const WORD = "A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~\\u0080-\\u{10ffff}";
const ATOM = `[${WORD}]+`;
const DOTTED = `${ATOM}(?:\\.${ATOM})*`;
const QUOTED = '"(?:[^"\\\\\\r\\n]|\\\\[\\t -~])*"';
const ADDRESS = `(?:${DOTTED}|${QUOTED})@(?:${DOTTED}|\\[[0-9a-fA-F.:]+\\])`;

const BARE = new RegExp(`^[ \\t]*${ADDRESS}[ \\t]*$`, 'u');
const ANGLE = new RegExp(`^(?:[${WORD} \\t.]|${QUOTED})*<${ADDRESS}>[ \\t]*$`, 'u');

/** What net/mail's ParseAddress reads, but for comments and encoded words. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 1000 && (BARE.test(text) || (text.includes('<') && ANGLE.test(text)));

/** `%.2f`: what is wanted of an argument. */
export interface Clause {
  readonly verb: string;
  readonly decimals?: number;
}

interface Problem {
  readonly problem: string;
}

/** A part of a format that stands for an argument. */
export type FormatPart = Clause | Problem;

/** What is wrong with a format that ends within a clause. */
export const END = 'unexpected end of string';

const CLAUSE = /%(?:%|(\.\d*)?([^]?))/gu;
const VERBS = 'sdfebxXo';

/**
 * Texts and clauses of a format, up to the first that is wrong.
 *
 * @param before called before each clause, which may want an argument that is not there
 */
export function parseFormat(text: string, before: () => void): (string | FormatPart)[] {
  const parts: (string | FormatPart)[] = [];
  let end = 0;
  for (const match of text.matchAll(CLAUSE)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === '%%') {
      parts.push('%');
      continue;
    }
    before();
    const clause = clauseOf(match[0], match[1], match[2]);
    parts.push(clause);
    if ('problem' in clause) return parts;
  }
  return [...parts, text.slice(end)];
}

function clauseOf(whole: string, precision: string | undefined, verb: string): FormatPart {
  if (whole === '%') return { problem: END };
  if (precision !== undefined && verb === '') {
    return parseProblem('error while parsing precision: could not find end of precision specifier');
  }
  if (precision === '.') {
    return parseProblem(
      'error while parsing precision: error while converting precision to integer: strconv.Atoi: parsing "": invalid syntax',
    );
  }
  if (!VERBS.includes(verb)) return parseProblem(`unrecognized formatting clause "${firstByte(verb)}"`);
  return { verb, decimals: precision === undefined ? undefined : Number(precision.slice(1)) };
}

const parseProblem = (problem: string): Problem => ({
  problem: `could not parse formatting clause: ${problem}`,
});

/** cel-go reads a byte for a character. */
const firstByte = (character: string) => String.fromCharCode(Buffer.from(character)[0]);

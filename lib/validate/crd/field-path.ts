import { ESCAPES } from '../../go/unquote';
import { hasEntries, propertyOf, type Schema, valuesOf } from './schema';

/** What a path leads to, or why it leads nowhere. */
export type PathResult =
  | {
      /** The path in a server's notation. */
      readonly text: string;
      /** Name of the first field. */
      readonly root: string;
      readonly schema: Schema | undefined;
      /** The names of all fields and keys on the way. */
      readonly way: readonly string[];
    }
  | { readonly fault: string };

const NOWHERE = 'does not refer to a valid field';
const END = 'unexpected end of JSON path';

const ESCAPE = /\\(.)/g;
const ESCAPED: { readonly [code: string]: string } = { ...ESCAPES, "'": "'" };

/** A single-quoted string, a delimiter, or what stands between delimiters. */
const TOKEN = /'(?:[^]*?[^\\])?'|'[^]*|[.[\]]|[^.[\]]+/y;

/** Follows a path such as `.spec['my.key']` through a schema (cel.ValidFieldPath, apiextensions 1.36). */
export function followPath(path: string, schema: Schema, withBrackets = true): PathResult {
  const walk = new Walk(schema);
  const tokens = tokensOf(path);
  for (let token = tokens.next(); !token.done; token = tokens.next()) {
    const fault = walk.step(token.value, () => tokens.next().value as string | undefined, withBrackets);
    if (fault !== undefined) return { fault };
  }
  return { text: walk.text, root: walk.root, schema: walk.schema, way: walk.way };
}

function* tokensOf(path: string): Generator<string, undefined> {
  for (let at = 0; at < path.length;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(path)![0];
    at += token.length;
    yield token;
  }
}

class Walk {
  text = '';
  root = '';
  readonly way: string[] = [];

  constructor(public schema: Schema | undefined) {}

  /** Goes on by one token and what belongs to it; returns what is wrong. */
  step(token: string, next: () => string | undefined, withBrackets: boolean): string | undefined {
    if (token === '.') {
      const name = next();
      return name === undefined ? END : this.enter(name);
    }
    if (token !== '[') return `expected [ or . but got: ${token}`;
    if (!withBrackets) return 'array notation is not allowed';
    return this.subscript(next(), next);
  }

  private subscript(quoted: string | undefined, next: () => string | undefined): string | undefined {
    if (quoted === undefined) return END;
    if (quoted.length < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
      return `expected single quoted string but got ${quoted}`;
    }
    const unknown = [...quoted.slice(1, -1).matchAll(ESCAPE)].find(([, code]) => !(code in ESCAPED));
    if (unknown) return `invalid string literal: invalid escape char ${unknown[0]}`;
    const fault = this.enter(quoted.slice(1, -1).replace(ESCAPE, (_, code: string) => ESCAPED[code]));
    if (fault !== undefined) return fault;
    const end = next();
    if (end === undefined) return END;
    return end === ']' ? undefined : `expected ] but got ${end}`;
  }

  private enter(name: string): string | undefined {
    const { schema } = this;
    const named = hasEntries(schema?.properties);
    if (!named && schema?.additionalProperties === undefined) return NOWHERE;
    const below = named ? propertyOf(schema!, name) : valuesOf(schema!);
    if (named && !below) return NOWHERE;
    this.text += named ? `${this.text && '.'}${name}` : `[${name}]`;
    this.root ||= name;
    this.way.push(name);
    this.schema = below;
    return undefined;
  }
}

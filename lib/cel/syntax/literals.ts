import { Uint } from '../values/scalars';
import type { Value } from '../values/value';
import { NotInGrammar, type Token } from './tokens';
import { unescapeBytes, unescapeString } from './unescape';

const INT_MIN = -(2n ** 63n);
const INT_MAX = 2n ** 63n - 1n;
const UINT_MAX = 2n ** 64n - 1n;

/**
 * The value of a literal.
 *
 * @throws Error in cel-go's words
 */
export function valueOf({ kind, text }: Token, sign: string): Value {
  switch (kind) {
    case 'int':
      return whole(text, sign, INT_MIN, INT_MAX, 'int');
    case 'uint':
      return new Uint(whole(text.slice(0, -1), '', 0n, UINT_MAX, 'uint'));
    case 'float':
      return double(sign + text);
    case 'string':
      return unescapeString(text);
    case 'bytes':
      return unescapeBytes(text);
    default:
      if (text === 'null') return null;
      if (text !== 'true' && text !== 'false') throw new NotInGrammar();
      return text === 'true';
  }
}

function whole(text: string, sign: string, least: bigint, most: bigint, type: string): bigint {
  const value = BigInt(text) * (sign ? -1n : 1n);
  if (value < least || value > most) throw new Error(`invalid ${type} literal`);
  return value;
}

function double(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error('invalid double literal');
  return value;
}

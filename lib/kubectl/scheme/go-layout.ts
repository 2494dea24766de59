import { structOf } from '../../validate/schema/schema';
import { GO_STRUCTS } from './go-structs';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** How a field is merged by a strategic merge patch: what the tags of the Go struct say. */
export interface PatchTags {
  readonly strategies: readonly string[];
  /** The key that identifies the items of a list; empty if there is none. */
  readonly key: string;
}

let lines: ReadonlyMap<string, readonly string[]> | undefined;

function wordsOf(struct: string): readonly string[] {
  lines ??= new Map(
    GO_STRUCTS.map((line) => {
      const [type, ...words] = line.split(' ');
      return [type, words];
    }),
  );
  return lines.get(struct) ?? [''];
}

/** The fields of a struct in the order that Go writes them. */
export function fieldOrder(struct: string): readonly string[] {
  const alphabetical = [...structOf(struct).keys()].sort();
  const [order] = wordsOf(struct);
  return order && !order.includes(':')
    ? [...order].map((digit) => alphabetical[DIGITS.indexOf(digit)])
    : alphabetical;
}

const UNTAGGED: PatchTags = { strategies: [''], key: '' };

export function patchTags(struct: string, field: string): PatchTags {
  const word = wordsOf(struct).find((text) => text.startsWith(`${field}:`));
  if (word === undefined) return UNTAGGED;
  const [, strategies, key = ''] = word.split(':');
  return { strategies: strategies.split(','), key };
}

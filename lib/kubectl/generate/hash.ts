import type { JsonObject } from '../../go/object';
import { goJson } from '../../go/marshal';

const SAFE: { readonly [digit: string]: string } = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/**
 * Hash of a ConfigMap's or a Secret's content, without digits and letters that may make a word (util/hash,
 * 1.36).
 */
export function hashOf(content: JsonObject): string {
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  const hex = createHash('sha256').update(goJson(content)).digest('hex');
  return hex.slice(0, 10).replace(/[013ae]/g, (digit) => SAFE[digit]);
}

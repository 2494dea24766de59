import { resolvePlain } from '../manifest/scalars';

/**
 * Characters that go-yaml refuses or takes for line breaks, halves of surrogate pairs among them, and a tab
 * where a block scalar has its indentation.
 */
const UNSAFE = /[\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]|^[ \n]*\t/;

/** Numbers, in forms that the YAML writer of cdk8s takes for strings: `0o17`, `0X1F`, `0B11`, `1e_3`. */
const UNQUOTED_NUMBER = /^[-+]?[_.\d][\w.+-]*$/;
const UNQUOTED = /[_oOXB]/;

/**
 * Whether kubectl may read a string, as cdk8s writes it, as something else. The answer is yes for some that
 * survive, never no for one that does not. Every string of an app is looked at, which a loop does in half of
 * the time that regular expressions need.
 */
export function mayChange(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return UNSAFE.test(text);
  }
  return beginsLikeNumber(text.charCodeAt(0)) && isUnquotedNumber(text);
}

/** Digits, signs and points; slashes, too, which do no harm. */
const beginsLikeNumber = (code: number) => code >= 0x2b && code <= 0x39;

const isUnquotedNumber = (text: string) =>
  UNQUOTED.test(text) && UNQUOTED_NUMBER.test(text) && typeof resolvePlain(text) !== 'string';

/** Keys can be mistaken for the one that merges maps, too. */
export const mayChangeKey = (key: string) => key === '<<' || mayChange(key);

/** Whether anything in a manifest may be read as something else. */
export function mayChangeIn(value: unknown): boolean {
  if (typeof value === 'string') return mayChange(value);
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'number' && !Number.isFinite(value);
  }
  if (Array.isArray(value)) return value.some(mayChangeIn);
  for (const key of Object.keys(value)) {
    if (mayChangeKey(key) || mayChangeIn(value[key as never])) return true;
  }
  return false;
}

/** Words of YAML that begin like a number, where a value or a key begins. */
const WORDS = /(?:^|: |- ) *([-+]?[_.\d][\w.+-]*)(?=:|$)/gm;
const UNSAFE_YAML = /[\x7f-\x9f\u2028\u2029\ufffe\uffff]|\\u[dD][89a-fA-F]|[|>][-+]?\n[ \n]*\t/;

/** Whether there may be such a string in YAML that cdk8s wrote. */
export function mayChangeInYaml(yaml: string): boolean {
  if (UNSAFE_YAML.test(yaml)) return true;
  for (const [, word] of yaml.matchAll(WORDS)) if (mayChange(word)) return true;
  return false;
}

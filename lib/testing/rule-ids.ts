import { Misuse } from './context';

/** @throws Misuse where there is no such rule */
export function checkedRule(rule: unknown): void {
  if (typeof rule !== 'string') throw new Misuse(`the rule is the id of one, such as "image-tag", not ${JSON.stringify(rule) ?? String(rule)}`);
}

/** Messages that several formats share (apimachinery util/validation/validation.go, 1.36). */

export const EMPTY = 'must be non-empty';

/**
 * Since 1.35, messages about label keys and values say bytes, all others characters; bytes are counted
 * everywhere.
 */
export type LengthUnit = 'bytes' | 'characters';

export const maxLength = (limit: number, unit: LengthUnit = 'characters') =>
  `must be no more than ${limit} ${unit}`;

export const inRange = (low: number, high: number) => `must be between ${low} and ${high}, inclusive`;

export function regexError(message: string, regex: string, ...examples: string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(' or ');
  return `${message} (${examples.length ? `e.g. ${shown}` : ''}regex used for validation is '${regex}')`;
}

/** Length as Go counts it. */
export const byteLength = (text: string) => Buffer.byteLength(text);

export const NO_MESSAGES: readonly string[] = [];

/** First and last minor that has something. */
export type MinorRange = readonly [first: number, last: number];

export const covers = ([first, last]: MinorRange, minor: number) => first <= minor && minor <= last;

/** Numbers of a version, major first. One that the tag leaves out is the newest. */
export type Version = readonly number[];

const VERSION = /^v?(\d{1,3})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?=$|[-+_])/;

/** The version that a tag names; undefined if it names none. */
export function versionOf(tag = ''): Version | undefined {
  const numbers = VERSION.exec(tag)?.slice(1);
  return numbers?.map((number: string | undefined) => (number === undefined ? Infinity : Number(number)));
}

/** Whether a version is certain to be another, or newer. */
export function isAtLeast(version: Version, other: string): boolean {
  const numbers = versionOf(other)!;
  const index = numbers.findIndex((number, at) => number !== version[at]);
  return index < 0 || version[index] > numbers[index];
}

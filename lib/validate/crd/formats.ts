import { formatOf } from './values/formats';

const OF_NUMBERS: { readonly [type: string]: readonly string[] } = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/**
 * Whether a server warns that it does not check a format (GetUnrecognizedFormats, pkg/apiserver/validation
 * 1.34 to 1.37): 1.34 and 1.35 look at strings only.
 */
export function isUnrecognized(type: string, format: string, minor: number): boolean {
  if (type === 'string') return !formatOf(format, minor);
  if (minor < 36) return false;
  // A schema without a type is checked as one whose type is empty.
  return type === ''
    ? !formatOf(format, minor)
    : !(Object.hasOwn(OF_NUMBERS, type) && OF_NUMBERS[type].includes(format));
}

/** The formats that a server checks, without dashes (supportedVersionedFormats, apiextensions 1.36). */
const SUPPORTED: ReadonlySet<string> = new Set([
  'bsonobjectid',
  'uri',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'cidr',
  'mac',
  'uuid',
  'uuid3',
  'uuid4',
  'uuid5',
  'isbn',
  'isbn10',
  'isbn13',
  'creditcard',
  'ssn',
  'hexcolor',
  'rgbcolor',
  'byte',
  'password',
  'date',
  'duration',
  'datetime',
]);

/** Those that came with 1.34. */
const LATER: ReadonlySet<string> = new Set(['k8sshortname', 'k8slongname']);

const OF_NUMBERS: { readonly [type: string]: readonly string[] } = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/** A format as it is looked up (strfmt.DefaultNameNormalizer). */
export const plainFormat = (format: string) => format.replaceAll('-', '');

/** Whether a server checks a format of strings. */
export function isFormatOfStrings(format: string, minor: number): boolean {
  const name = plainFormat(format);
  return SUPPORTED.has(name) || (minor >= 34 && LATER.has(name));
}

/**
 * Whether a server warns that it does not check a format (GetUnrecognizedFormats, pkg/apiserver/validation
 * 1.34 to 1.37): 1.34 and 1.35 look at strings only.
 */
export function isUnrecognized(type: string, format: string, minor: number): boolean {
  if (type === 'string') return !isFormatOfStrings(format, minor);
  if (minor < 36) return false;
  // A schema without a type is checked as one whose type is empty.
  return type === ''
    ? !isFormatOfStrings(format, minor)
    : !(Object.hasOwn(OF_NUMBERS, type) && OF_NUMBERS[type].includes(format));
}

import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { ipVersion, isSloppyCidr, isSloppyIp } from '../../../apimachinery/ip';
import { isBase64, isDate, isDateTime, isUuid } from '../../../apimachinery/string-formats';
import { durationProblem } from '../../../go/duration';
import { parseRequestUrl, STRICT_COLONS } from '../../../go/url';
import { isCreditCard, isIsbn10, isIsbn13 } from './check-digits';
import { isMailAddress } from './mail-address';

type Check = (text: string, minor: number) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text);

/**
 * A format's check; undefined if a server knows no such format (strfmt and its DefaultNameNormalizer,
 * kube-openapi 1.30 to 1.37, and supportedVersionedFormats, apiextensions 1.36).
 */
export function formatOf(format: string, minor: number): Check | undefined {
  const name = format.replaceAll('-', '');
  if (!Object.hasOwn(CHECKS, name) || (minor < 34 && name.startsWith('k8s'))) return undefined;
  return CHECKS[name];
}

const uuid = (third: string, fourth: string) =>
  matches(new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${third}-?${fourth}-?[0-9a-f]{12}$`, 'i'));
const HEX = '[0-9a-f]{4}';

const CHECKS: { readonly [name: string]: Check } = {
  bsonobjectid: matches(/^[0-9a-fA-F]{24}$/),
  byte: isBase64,
  cidr: isSloppyCidr,
  creditcard: isCreditCard,
  date: isDate,
  datetime: isDateTime,
  duration: isDuration,
  email: isMailAddress,
  hexcolor: matches(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/),
  hostname: isHostname,
  ipv4: (text) => text.includes('.') && isSloppyIp(text),
  ipv6: (text) => ipVersion(text) === 6,
  isbn: (text) => isIsbn10(text) || isIsbn13(text),
  isbn10: isIsbn10,
  isbn13: isIsbn13,
  k8slongname: (text) => dnsSubdomain(text).length === 0,
  k8sshortname: (text) => dnsLabel(text).length === 0,
  mac: isMac,
  password: () => true,
  rgbcolor: isRgbColor,
  ssn: (text) => text.length === 11 && /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text),
  uri: (text, minor) => typeof parseRequestUrl(text, minor >= STRICT_COLONS) !== 'string',
  uuid: isUuid,
  uuid3: uuid('3[0-9a-f]{3}', HEX),
  uuid4: uuid('4[0-9a-f]{3}', '[89ab][0-9a-f]{3}'),
  uuid5: uuid('5[0-9a-f]{3}', '[89ab][0-9a-f]{3}'),
};

function isRgbColor(text: string): boolean {
  const values = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text)?.slice(1);
  return (
    values !== undefined && values.every((value) => /^(?:0|[1-9]\d?\d?)$/.test(value) && Number(value) < 256)
  );
}

/** net.ParseMAC: six, eight or twenty bytes, each after a colon or a hyphen, or two of them after a dot. */
function isMac(text: string): boolean {
  const separator = /[-:.]/.exec(text)?.[0];
  if (separator === undefined) return false;
  const groups = text.split(separator);
  const [digits, counts] =
    separator === '.' ? [/^[0-9a-fA-F]{4}$/, [3, 4, 10]] : [/^[0-9a-fA-F]{2}$/, [6, 8, 20]];
  return counts.includes(groups.length) && groups.every((group) => digits.test(group));
}

const UNITS = ['nano', 'micro', 'milli', 'sec', 'min', 'hour', 'day', 'week'];
const SHORT_UNITS = new Set(['ns', 'us', 'µs', 'ms', 's', 'm', 'h', 'hr', 'd', 'w', 'wk']);

/** A duration of Go's, or a text with numbers and units, as Scala has them. */
function isDuration(text: string): boolean {
  if (durationProblem(text) === undefined) return true;
  return [...text.matchAll(/\d\s*([A-Za-zµ]+)/g)].some(([, unit]) => {
    const name = unit.toLowerCase();
    return SHORT_UNITS.has(name) || UNITS.some((start) => name.startsWith(start));
  });
}

let hostname: RegExp | undefined;

/** IsHostname. The expression is made when it is first needed: V8 looks up the characters of each \\p{…}. */
function isHostname(text: string): boolean {
  const character = 'a-zA-Z0-9\\p{S}\\p{L}';
  hostname ??= new RegExp(
    `^(?:[${character}](?:-?[${character}]{0,62})?|(?:[${character}](?:[-${character}]{0,61}[${character}])?\\.)+[a-zA-Z\\p{L}]{2,63})$`,
    'u',
  );
  return (
    Buffer.byteLength(text) <= 255 &&
    hostname.test(text) &&
    text.split('.').every((label) => Buffer.byteLength(label) <= 63)
  );
}

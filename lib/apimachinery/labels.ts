import { dnsSubdomain } from './dns';
import { byteLength, EMPTY, type LengthUnit, maxLength, NO_MESSAGES, regexError } from './messages';

const NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const NAME_REGEX = new RegExp(`^${NAME}$`);
const NAME_TEXT =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const VALUE = `(${NAME})?`;
const VALUE_REGEX = new RegExp(`^${VALUE}$`);
const VALUE_TEXT =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

const unitIn = (minor: number): LengthUnit => (minor >= 35 ? 'bytes' : 'characters');

/** A label key: IsLabelKey, 1.36; IsQualifiedName up to 1.34. */
export function qualifiedName(text: string, minor: number): readonly string[] {
  if (validKeys.has(text)) return NO_MESSAGES;
  const messages = keyMessages(text, minor);
  if (messages.length) return messages;
  if (validKeys.size >= MAX_CACHED_KEYS) validKeys.clear();
  validKeys.add(text);
  return NO_MESSAGES;
}

/** Cache of valid keys, which are valid in all versions: most manifests use the same few. */
const validKeys = new Set<string>();
const MAX_CACHED_KEYS = 5000;

function keyMessages(text: string, minor: number): readonly string[] {
  if (text.length <= 63 && NAME_REGEX.test(text)) return NO_MESSAGES;
  const parts = text.split('/');
  if (parts.length > 2) return [tooManyParts(minor)];
  return [
    ...(parts.length === 2 ? prefixMessages(parts[0], minor) : []),
    ...nameMessages(parts.at(-1)!, minor),
  ];
}

function tooManyParts(minor: number): string {
  const subject = minor >= 35 ? 'a valid label key' : 'a qualified name';
  const text = regexError(NAME_TEXT, NAME, 'MyName', 'my.name', '123-abc');
  return `${subject} ${text} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`;
}

function prefixMessages(prefix: string, minor: number): readonly string[] {
  const messages = prefix ? dnsSubdomain(prefix, unitIn(minor)) : [EMPTY];
  return messages.map((message) => `prefix part ${message}`);
}

function nameMessages(name: string, minor: number): string[] {
  const messages: string[] = [];
  if (!name) messages.push(`name part ${EMPTY}`);
  else if (byteLength(name) > 63) messages.push(`name part ${maxLength(63, unitIn(minor))}`);
  if (!NAME_REGEX.test(name)) {
    messages.push(`name part ${regexError(NAME_TEXT, NAME, 'MyName', 'my.name', '123-abc')}`);
  }
  return messages;
}

/** IsLabelValue, 1.36. */
export function labelValue(text: string, minor: number): readonly string[] {
  if (text.length <= 63 && VALUE_REGEX.test(text)) return NO_MESSAGES;
  const messages = byteLength(text) > 63 ? [maxLength(63, unitIn(minor))] : [];
  return VALUE_REGEX.test(text)
    ? messages
    : [...messages, regexError(VALUE_TEXT, VALUE, 'MyValue', 'my_value', '12345')];
}

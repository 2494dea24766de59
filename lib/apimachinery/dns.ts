import { byteLength, type LengthUnit, maxLength, NO_MESSAGES, regexError } from './messages';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const OLD_LABEL = '[a-z]([-a-z0-9]*[a-z0-9])?';
const OLD_LABEL_REGEX = new RegExp(`^${OLD_LABEL}$`);
const LABEL_REGEX = new RegExp(`^${LABEL}$`);
const SUBDOMAIN_REGEX = new RegExp(`^${SUBDOMAIN}$`);

const LABEL_TEXT =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
const OLD_LABEL_TEXT =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
const SUBDOMAIN_TEXT =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";

/** IsDNS1123Label, 1.36. */
export function dnsLabel(text: string, unit?: LengthUnit): readonly string[] {
  if (text.length <= 63 && LABEL_REGEX.test(text)) return NO_MESSAGES;
  const messages = byteLength(text) > 63 ? [maxLength(63, unit)] : [];
  if (LABEL_REGEX.test(text)) return messages;
  return [
    ...messages,
    SUBDOMAIN_REGEX.test(text)
      ? 'must not contain dots'
      : regexError(LABEL_TEXT, LABEL, 'my-name', '123-abc'),
  ];
}

/** IsDNS1035Label, 1.36. */
export function dns1035Label(text: string): readonly string[] {
  if (text.length <= 63 && OLD_LABEL_REGEX.test(text)) return NO_MESSAGES;
  const messages = byteLength(text) > 63 ? [maxLength(63)] : [];
  return OLD_LABEL_REGEX.test(text)
    ? messages
    : [...messages, regexError(OLD_LABEL_TEXT, OLD_LABEL, 'my-name', 'abc-123')];
}

/** IsDNS1123Subdomain, 1.36. */
export function dnsSubdomain(text: string, unit?: LengthUnit): readonly string[] {
  if (text.length <= 253 && SUBDOMAIN_REGEX.test(text)) return NO_MESSAGES;
  const messages = byteLength(text) > 253 ? [maxLength(253, unit)] : [];
  return SUBDOMAIN_REGEX.test(text)
    ? messages
    : [...messages, regexError(SUBDOMAIN_TEXT, SUBDOMAIN, 'example.com')];
}

const UNDERSCORED_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const UNDERSCORED = `${UNDERSCORED_LABEL}(\\.${UNDERSCORED_LABEL})*`;
const UNDERSCORED_REGEX = new RegExp(`^${UNDERSCORED}$`);
const UNDERSCORED_TEXT =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character";

/** IsDNS1123SubdomainWithUnderscore, 1.36; 1.33 shows the expression without underscores. */
export function underscoredSubdomain(text: string, minor: number): readonly string[] {
  if (text.length <= 253 && UNDERSCORED_REGEX.test(text)) return NO_MESSAGES;
  const messages = byteLength(text) > 253 ? [maxLength(253)] : [];
  return UNDERSCORED_REGEX.test(text)
    ? messages
    : [...messages, regexError(UNDERSCORED_TEXT, minor >= 34 ? UNDERSCORED : SUBDOMAIN, 'example.com')];
}

/** The name that a generated name begins with, as it is judged (maskTrailingDash, 1.36). */
export const asPrefix = (text: string) =>
  text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text;

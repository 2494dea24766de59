import { quote } from '../../go/format';
import { dns1035Label, dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { ipVersion } from '../../apimachinery/ip';

/** What a kind asks of its name. */
export type NameFormat = (name: string) => readonly string[];

/** NameIsDNSSubdomain: what most kinds ask of a name. */
const SUBDOMAIN_NAME: NameFormat = (name) => dnsSubdomain(name);
/** NameIsDNSLabel. */
const LABEL_NAME: NameFormat = (name) => dnsLabel(name);
/** NameIsDNS1035Label. */
const OLD_LABEL_NAME: NameFormat = (name) => dns1035Label(name);
/** The same as a subdomain in newer words: validate.LongName, apimachinery api/validate 1.36. */
const LONG_NAME: NameFormat = (name) => dnsSubdomain(name, 'bytes');
/** What every name must be at least: IsPathSegmentName, apimachinery api/validate/content 1.36. */
export const PATH_SEGMENT_NAME: NameFormat = (name) => {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%']
    .filter((character) => name.includes(character))
    .map((character) => `may not contain '${character}'`);
};
const ANY_NAME: NameFormat = () => [];

/** ValidateIPAddressName, pkg/apis/networking/validation 1.36. */
const IP_NAME: NameFormat = (name) => {
  const version = ipVersion(name);
  if (!version) return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
  const canonical = version === 4 ? name : new URL(`http://[${name}]`).hostname.slice(1, -1);
  return canonical === name ? [] : [`must be in canonical form (${quote(canonical)})`];
};

/** How a server judges the names of a kind. */
export interface NameRules {
  readonly format: NameFormat;
  /** Whether generateName is judged, too. */
  readonly generateName: boolean;
  /** Whether the server names the object itself, or does not keep it, if it has no name. */
  readonly optional: boolean;
  /**
   * Whether nothing of the metadata is judged before all the rest is found sound, and then by what holds for
   * every kind.
   */
  readonly last: boolean;
  /** Whether nothing of the metadata is judged but what the kind's own rules say. */
  readonly ignored: boolean;
}

const rules = (
  format: NameFormat,
  { generateName = true, optional = false, last = false, ignored = false } = {},
): NameRules => ({ format, generateName, optional, last, ignored });

/** Validate…Name functions, pkg/apis 1.30 to 1.36: those of most kinds. */
export const SUBDOMAIN_NAMES = rules(SUBDOMAIN_NAME);
export const OPTIONAL_NAMES = rules(SUBDOMAIN_NAME, { optional: true });
export const LABEL_NAMES = rules(LABEL_NAME);
export const DNS1035_LABEL_NAMES = rules(OLD_LABEL_NAME);
export const PATH_SEGMENT_NAMES = rules(PATH_SEGMENT_NAME);
export const LONG_NAMES = rules(LONG_NAME, { generateName: false });
export const IP_NAMES = rules(IP_NAME);
export const ANY_NAMES = rules(ANY_NAME);
export const NAMES_JUDGED_LAST = rules(PATH_SEGMENT_NAME, { last: true });
export const NAMES_NOT_JUDGED = rules(ANY_NAME, { last: true, ignored: true });

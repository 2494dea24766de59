import { asPrefix, dns1035Label, dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { canonicalIp } from '../../apimachinery/ip';

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
/** What every name may begin with: IsPathSegmentPrefix, apimachinery api/validate/content 1.36. */
const PATH_SEGMENT_PREFIX: NameFormat = (text) =>
  ['/', '%']
    .filter((character) => text.includes(character))
    .map((character) => `may not contain '${character}'`);
/** What every name must be at least: IsPathSegmentName, apimachinery api/validate/content 1.36. */
export const PATH_SEGMENT_NAME: NameFormat = (name) =>
  name === '.' || name === '..' ? [`may not be '${name}'`] : PATH_SEGMENT_PREFIX(name);
const ANY_NAME: NameFormat = () => [];

/** ValidateIPAddressName, pkg/apis/networking/validation 1.36. */
const IP_NAME: NameFormat = (name) => canonicalIp(name);

/** How a server judges the names of a kind. */
export interface NameRules {
  readonly format: NameFormat;
  /** How a server judges what a generated name begins with. */
  readonly prefix: NameFormat;
  /** Whether generateName is judged, too. */
  readonly generateName: boolean;
  /** Whether the server names the object itself, or does not keep it, if it has no name. */
  readonly optional: boolean;
  /**
   * Whether nothing of the metadata is judged before all the rest is found sound, and then by what holds for
   * every kind.
   */
  readonly last: boolean;
  /** Whether generateName becomes the name as it is, without random characters. */
  readonly verbatim: boolean;
  /** Whether nothing of the metadata is judged but what the kind's own rules say. */
  readonly ignored: boolean;
}

export const nameRules = (
  format: NameFormat,
  {
    prefix = (text: string) => format(asPrefix(text)),
    generateName = true,
    optional = false,
    last = false,
    verbatim = false,
    ignored = false,
  } = {},
): NameRules => ({ format, prefix, generateName, optional, last, verbatim, ignored });

/** Validate…Name functions, pkg/apis 1.30 to 1.36: those of most kinds. */
export const SUBDOMAIN_NAMES = nameRules(SUBDOMAIN_NAME);
export const OPTIONAL_NAMES = nameRules(SUBDOMAIN_NAME, { optional: true });
export const LABEL_NAMES = nameRules(LABEL_NAME);
export const DNS1035_LABEL_NAMES = nameRules(OLD_LABEL_NAME);
export const PATH_SEGMENT_NAMES = nameRules(PATH_SEGMENT_NAME);
export const LONG_NAMES = nameRules(LONG_NAME, { generateName: false });
export const IP_NAMES = nameRules(IP_NAME, { verbatim: true });
export const ANY_NAMES = nameRules(ANY_NAME);
/** What holds for every kind. */
export const ALL_NAMES = nameRules(PATH_SEGMENT_NAME, { prefix: PATH_SEGMENT_PREFIX });
export const NAMES_JUDGED_LAST = nameRules(PATH_SEGMENT_NAME, { last: true });
export const NAMES_NOT_JUDGED = nameRules(ANY_NAME, { last: true, ignored: true });

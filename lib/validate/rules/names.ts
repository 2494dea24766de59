import { isIP } from 'node:net';
import { quote } from '../../go/format';
import { dns1035Label, dnsLabel, dnsSubdomain } from '../../apimachinery/dns';

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
  const version = isIP(name);
  if (!version) return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
  const canonical = version === 4 ? name : new URL(`http://[${name}]`).hostname.slice(1, -1);
  return canonical === name ? [] : [`must be in canonical form (${quote(canonical)})`];
};

/** How a server judges the names of a kind. */
export interface NameRules {
  readonly format: NameFormat;
  /** Whether generateName is judged, too. */
  readonly generateName: boolean;
  /**
   * Whether nothing of the metadata is judged before all the rest is found sound, and then by what holds for
   * every kind.
   */
  readonly last: boolean;
}

const rules = (format: NameFormat, { generateName = true, last = false } = {}): NameRules => ({
  format,
  generateName,
  last,
});

const SUBDOMAIN = rules(SUBDOMAIN_NAME);
const LABEL = rules(LABEL_NAME);
const OLD_LABEL = rules(OLD_LABEL_NAME);
const SEGMENT = rules(PATH_SEGMENT_NAME);
const LONG = rules(LONG_NAME, { generateName: false });
const LAST = rules(PATH_SEGMENT_NAME, { last: true });

/**
 * The kinds that ask something else than a DNS subdomain, or ask it later: their Validate…Name functions,
 * pkg/apis 1.30 to 1.36.
 */
const EXCEPTIONS: { readonly [kind: string]: (minor: number) => NameRules } = {
  'apps/v1 StatefulSet': () => LABEL,
  'certificates.k8s.io/v1 CertificateSigningRequest': () => rules(ANY_NAME),
  'networking.k8s.io/v1 IPAddress': () => rules(IP_NAME),
  'policy/v1 PodDisruptionBudget': () => LAST,
  'rbac.authorization.k8s.io/v1 ClusterRole': () => SEGMENT,
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': () => SEGMENT,
  'rbac.authorization.k8s.io/v1 Role': () => SEGMENT,
  'rbac.authorization.k8s.io/v1 RoleBinding': () => SEGMENT,
  'resource.k8s.io/v1 DeviceClass': (minor) => (minor >= 35 ? LONG : SUBDOMAIN),
  'v1 Binding': () => SEGMENT,
  'v1 Event': () => LAST,
  'v1 Namespace': () => LABEL,
  'v1 ReplicationController': (minor) => (minor >= 35 ? LONG : SUBDOMAIN),
  'v1 Service': (minor) => (minor >= 36 ? LABEL : OLD_LABEL),
};

/** `kind` is `apiVersion kind`. */
export function nameRulesOf(kind: string, minor: number): NameRules {
  return Object.hasOwn(EXCEPTIONS, kind) ? EXCEPTIONS[kind](minor) : SUBDOMAIN;
}

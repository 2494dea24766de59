import { dnsLabel, dnsSubdomain, anyCaseSubdomain } from '../../../apimachinery/dns';
import { cIdentifier } from '../../../apimachinery/identifier';
import { byteLength } from '../../../apimachinery/messages';
import type { Field } from '../../field';
import type { NameFormat } from '../names';
import { judgeNameFormat, judgeReference } from '../renaming';
import { judgeDriverName as judgeCsiDriverName } from '../sources/plugins';
import { isDeclared } from '../declared';

const POOL_LIMIT = 253;
const DRIVER_LIMIT = 63;
const IDENTIFIER_LIMIT = 32;

/** validateDriverName, 1.36; up to 1.34 no name is a bad name, too. */
export function judgeDriverName(driver: string, at: Field): void {
  if (driver) return judgeCsiDriverName(driver, at);
  at.required('', { suggestion: 'set the name of the DRA driver, such as "gpu.example.com"' });
  if (at.minor < 35) at.invalidEach(driver, dnsSubdomain(driver));
}

/** The same where the API's tags judge it: LongNameCaseless and MaxLength, apimachinery api/validate 1.37. */
export function judgeDeclaredDriverName(driver: string, at: Field): void {
  if (!driver || !isDeclared(at)) return judgeDriverName(driver, at);
  if (byteLength(driver) > DRIVER_LIMIT) {
    at.tooLong(DRIVER_LIMIT, undefined, [...driver].length > DRIVER_LIMIT ? 'characters' : 'bytes');
  }
  judgeReference(driver, anyCaseSubdomain, at);
}

/** validatePoolName, 1.36. */
export function judgePoolName(pool: string, at: Field): void {
  if (!pool) return at.required('', { suggestion: 'set the name of the pool, such as that of the node' });
  if (byteLength(pool) > POOL_LIMIT) at.tooLong(POOL_LIMIT);
  for (const part of pool.split('/')) at.invalidEach(part, dnsSubdomain(part));
}

/** ValidateDNS1123Label of pkg/apis/core/validation, 1.36. */
export const judgeLabelName = (name: string, at: Field) => judgeNameFormat(name, dnsLabel, at);

/** The same where the API's tags judge it: ShortName, apimachinery api/validate 1.37. */
export const judgeDeclaredLabelName = (name: string, at: Field) =>
  judgeNameFormat(name, declaredLabel(at), at);

/** The same of the key of a map, which the server shows in its place. */
export const judgeDeclaredKey = (key: string, at: Field) => at.invalidEach(key, declaredLabel(at)(key));

const declaredLabel =
  (at: Field): NameFormat =>
  (name) =>
    dnsLabel(name, isDeclared(at) ? 'bytes' : undefined);

/** validateDeviceClass, 1.36; `declared` says that the API's tags judge it: LongName, 1.37. */
export function judgeClassName(name: string, at: Field, declared = false): void {
  if (!name) return at.required('', { suggestion: 'set the name of a DeviceClass' });
  const unit = declared ? 'bytes' : undefined;
  judgeReference(name, (text) => dnsSubdomain(text, unit), at);
}

/** validateQualifiedName, 1.36; up to 1.34 what is empty is missing. */
export function judgeQualifiedName(name: string, at: Field): void {
  if (!name && at.minor < 35) return at.required('name required');
  judgeParts(name, BY_FUNCTIONS, at);
}

/** How the domain and the identifier of a name are judged. */
interface PartRules {
  readonly judgeDomain: (domain: string, at: Field) => void;
  readonly noDomain: string;
  readonly noName: string;
}

const BY_FUNCTIONS: PartRules = {
  judgeDomain: judgeDriverName,
  noDomain: 'the domain must not be empty',
  noName: 'the name must not be empty',
};

const BY_TAGS: PartRules = {
  judgeDomain: judgeDeclaredDomain,
  noDomain: 'prefix must not be empty',
  noName: 'name must not be empty',
};

function judgeParts(name: string, { judgeDomain, noDomain, noName }: PartRules, at: Field): void {
  const [first, second, ...others] = name.split('/');
  // Servers take names with more slashes as they are.
  if (others.length) return;
  if (second === undefined) return judgeIdentifier(first, at);
  if (first) judgeDomain(first, at);
  else missing(noDomain, at);
  if (second) judgeIdentifier(second, at);
  else missing(noName, at);
}

function missing(text: string, at: Field): void {
  if (at.minor >= 35) at.invalid('', text);
  else at.required(text);
}

/** validateCIdentifier, 1.36. */
function judgeIdentifier(id: string, at: Field): void {
  if (byteLength(id) > IDENTIFIER_LIMIT) at.tooLong(IDENTIFIER_LIMIT);
  at.invalidEach(id, cIdentifier(id));
}

/** validateFullyQualifiedName, 1.36; since 1.37 ResourceFullyQualifiedName, apimachinery api/validate. */
export function judgeFullyQualifiedName(name: string, at: Field): void {
  if (isDeclared(at)) judgeParts(name, BY_TAGS, at);
  else judgeQualifiedName(name, at);
  if (name.includes('/') || (!name && at.minor < 35)) return;
  const hint = { suggestion: 'prefix it with the domain of the driver, such as "gpu.example.com/model"' };
  const text =
    at.minor >= 35
      ? 'a fully qualified name must be a domain and a name separated by a slash'
      : 'must include a domain';
  at.invalid(name, text, hint);
}

function judgeDeclaredDomain(domain: string, at: Field): void {
  if (byteLength(domain) > DRIVER_LIMIT) at.tooLong(DRIVER_LIMIT);
  at.invalidEach(
    domain,
    dnsSubdomain(domain, 'bytes').map((message) => `prefix: ${message}`),
  );
}

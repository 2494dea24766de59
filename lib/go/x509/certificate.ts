import { STRINGS } from '../asn1';
import { BOOLEAN, constructed, context, Der, INTEGER, OCTET_STRING, SEQUENCE, SET, X509Error } from './der';
import { EXTENSION_CHECKS } from './extensions';
import { parsePublicKey } from './public-key';

/** What is asked of an x509.Certificate. */
export interface Certificate {
  /** Whether the basic constraints say that it belongs to an authority. */
  readonly isCa: boolean;
}

const BASIC_CONSTRAINTS = '2.5.29.19';

/** ParseCertificate, crypto/x509 of Go 1.26: throws what is wrong. */
export function parseCertificate(bytes: Buffer): Certificate {
  const outer = new Der(bytes);
  const input = outer.read(SEQUENCE, 'x509: malformed certificate');
  const body = input.read(SEQUENCE, 'x509: malformed tbs certificate');
  const version = versionOf(body);
  if (body.integer('x509: malformed serial number') < 0n) {
    throw new X509Error('x509: negative serial number');
  }
  checkAlgorithms(input, body);
  checkName(body.read(SEQUENCE, 'x509: malformed issuer'));
  const validity = body.read(SEQUENCE, 'x509: malformed validity');
  checkTime(validity);
  checkTime(validity);
  checkName(body.read(SEQUENCE, 'x509: malformed issuer'));
  checkKey(body);
  const isCa = version > 1 && checkRest(body, version);
  input.bits('x509: malformed signature');
  if (!outer.empty) throw new X509Error('x509: trailing data');
  return { isCa };
}

function versionOf(body: Der): number {
  const problem = 'x509: malformed version';
  const written = body.optional(constructed(0), problem);
  const version = written?.integer(problem) ?? 0n;
  if (version < 0n || written?.empty === false) throw new X509Error(problem);
  if (version > 2n) throw new X509Error('x509: invalid version');
  return Number(version) + 1;
}

/** The algorithm is written twice. */
function checkAlgorithms(input: Der, body: Der): void {
  const inner = body.element(SEQUENCE, 'x509: malformed signature algorithm identifier').content;
  const outer = input.element(SEQUENCE, 'x509: malformed algorithm identifier').content;
  if (!outer.equals(inner)) {
    throw new X509Error("x509: inner and outer signature algorithm identifiers don't match");
  }
  algorithmOf(new Der(inner));
}

/** parseAI. */
function algorithmOf(der: Der): { algorithm: string; parameters: { element: Buffer } } {
  const algorithm = der.oid('x509: malformed OID');
  const element = der.empty ? Buffer.alloc(0) : der.any('x509: malformed parameters').element;
  return { algorithm, parameters: { element } };
}

/** parseName. */
function checkName(name: Der): void {
  const problem = 'x509: invalid RDNSequence';
  while (!name.empty) {
    const set = name.read(SET, problem);
    while (!set.empty) {
      const attribute = set.read(SEQUENCE, `${problem}: invalid attribute`);
      attribute.oid(`${problem}: invalid attribute type`);
      const { tag, content } = attribute.any(`${problem}: invalid attribute value`);
      if (!STRINGS[tag]?.holds(content)) throw new X509Error(`${problem}: invalid attribute value`);
    }
  }
}

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const TIME = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-](?!0000)\d{4})$/;

/** parseTime. */
function checkTime(der: Der): void {
  const isUtc = der.begins(UTC_TIME);
  if (!isUtc && !der.begins(GENERALIZED_TIME)) throw new X509Error('x509: unsupported time format');
  const problem = `x509: malformed ${isUtc ? 'UTCTime' : 'GeneralizedTime'}`;
  const text = der.any(problem).content.toString('latin1');
  const digits = /^\d*/.exec(text)![0].length;
  const allowed = isUtc ? [10, 12] : [14];
  if (!allowed.includes(digits) || !isTime(isUtc ? `20${text}` : text)) throw new X509Error(problem);
}

function isTime(text: string): boolean {
  const [, year, month, day, hour, minute, second = '00'] = TIME.exec(text) ?? [];
  if (year === undefined) return false;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return !Number.isNaN(time.getTime()) && time.getUTCDate() === Number(day) && hour !== '24';
}

function checkKey(body: Der): void {
  const { element, content } = body.element(SEQUENCE, 'x509: malformed spki');
  const info = new Der(content);
  const algorithm = algorithmOf(info.read(SEQUENCE, 'x509: malformed public key algorithm identifier'));
  const publicKey = info.bits('x509: malformed subjectPublicKey');
  parsePublicKey({ algorithm, publicKey }, element);
}

/** Whether the extensions say that it is an authority's. */
function checkRest(body: Der, version: number): boolean {
  body.optional(context(1), 'x509: malformed issuerUniqueID');
  body.optional(context(2), 'x509: malformed subjectUniqueID');
  if (version < 3) return false;
  const all = body.optional(constructed(3), 'x509: malformed extensions');
  if (!all) return false;
  const list = all.read(SEQUENCE, 'x509: malformed extensions');
  const values = new Map<string, { critical: boolean; value: Buffer }>();
  while (!list.empty) {
    const { id, ...extension } = extensionOf(list.read(SEQUENCE, 'x509: malformed extension'));
    if (values.has(id)) {
      throw new X509Error(`x509: certificate contains duplicate extension with OID "${id}"`);
    }
    values.set(id, extension);
  }
  for (const [id, { critical, value }] of values) EXTENSION_CHECKS[id]?.(value, critical);
  const constraints = values.get(BASIC_CONSTRAINTS);
  return constraints !== undefined && isAuthority(constraints.value);
}

/** parseExtension. */
function extensionOf(der: Der): { id: string; critical: boolean; value: Buffer } {
  const id = der.oid('x509: malformed extension OID field');
  const critical = der.begins(BOOLEAN) && der.boolean('x509: malformed extension critical field');
  const value = der.element(OCTET_STRING, 'x509: malformed extension value field').content;
  return { id, critical, value };
}

/** parseBasicConstraintsExtension. */
function isAuthority(value: Buffer): boolean {
  const problem = 'x509: invalid basic constraints';
  const der = new Der(value).read(SEQUENCE, problem);
  const isCa = der.begins(BOOLEAN) && der.boolean(problem);
  const length = der.begins(INTEGER) ? der.integer(problem) : 0n;
  if (BigInt.asUintN(63, length) !== length) throw new X509Error(problem);
  return isCa;
}

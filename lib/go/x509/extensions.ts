import { isAscii } from '../asn1';
import { constructed, context, Der, OCTET_STRING, OID, SEQUENCE, X509Error } from './der';
import { checkAlternativeNames, isDomain } from './names';

/** Throws what is wrong with the value of one kind of extension. */
type Check = (value: Buffer, critical: boolean) => void;

/**
 * processExtensions, crypto/x509 of Go 1.26, but for basic constraints, by the object identifiers. Mailboxes
 * in name constraints are not judged.
 */
export const EXTENSION_CHECKS: { readonly [oid: string]: Check } = {
  '2.5.29.14': notCritical('subject key identifier', (value) =>
    new Der(value).read(OCTET_STRING, 'x509: invalid subject key identifier'),
  ),
  '2.5.29.15': (value) => new Der(value).bits('x509: invalid key usage'),
  '2.5.29.17': checkAlternativeNames,
  '2.5.29.30': checkNameConstraints,
  '2.5.29.31': checkDistributionPoints,
  '2.5.29.32': checkPolicies,
  '2.5.29.33': checkPolicyMappings,
  '2.5.29.35': notCritical('authority key identifier', checkAuthorityKey),
  '2.5.29.36': checkPolicyConstraints,
  '2.5.29.37': (value) =>
    eachOf(value, 'x509: invalid extended key usages', (der, problem) => der.oid(problem)),
  '2.5.29.54': (value) => {
    const problem = 'x509: invalid inhibit any policy extension';
    const number = new Der(value).integer(problem);
    if (BigInt.asIntN(64, number) !== number) throw new X509Error(problem);
  },
  '1.3.6.1.5.5.7.1.1': notCritical('authority info access', checkInfoAccess),
};

function notCritical(name: string, check: (value: Buffer) => unknown): Check {
  return (value, critical) => {
    if (critical) throw new X509Error(`x509: ${name} incorrectly marked critical`);
    check(value);
  };
}

/** The parts of a sequence. */
function eachOf(value: Buffer, problem: string, check: (der: Der, problem: string) => void): void {
  const der = new Der(value).read(SEQUENCE, problem);
  while (!der.empty) check(der, problem);
}

function checkAuthorityKey(value: Buffer): void {
  const problem = 'x509: invalid authority key identifier';
  new Der(value).read(SEQUENCE, problem).optional(context(0), problem);
}

function checkDistributionPoints(value: Buffer): void {
  const problem = 'x509: invalid CRL distribution point';
  eachOf(value, `${problem}s`, (der) => {
    const name = der.read(SEQUENCE, problem).optional(constructed(0), problem);
    const names = name?.read(constructed(0), problem);
    while (names?.begins(context(6))) names.any(problem);
  });
}

/** newOIDFromDER: numbers of any size, each in as few bytes as possible; written in hexadecimal. */
const MINIMAL_OID = /^(?:(?!80)(?:[89a-f].)*[0-7].)+$/;

function checkPolicies(value: Buffer): void {
  const seen = new Set<string>();
  eachOf(value, 'x509: invalid certificate policies', (der, problem) => {
    const policy = der.read(SEQUENCE, problem).element(OID, problem).content.toString('hex');
    if (!MINIMAL_OID.test(policy) || seen.has(policy)) throw new X509Error(problem);
    seen.add(policy);
  });
}

function checkPolicyMappings(value: Buffer): void {
  eachOf(value, 'x509: invalid policy mappings extension', (der, problem) => {
    const mapping = der.read(SEQUENCE, problem);
    mapping.element(OID, problem);
    mapping.element(OID, problem);
  });
}

function checkPolicyConstraints(value: Buffer): void {
  const problem = 'x509: invalid policy constraints extension';
  const der = new Der(value).read(SEQUENCE, problem);
  for (const tag of [context(0), context(1)]) {
    const number = der.begins(tag) ? der.integer(problem, tag) : 0n;
    if (BigInt.asIntN(64, number) !== number) throw new X509Error(problem);
  }
}

function checkInfoAccess(value: Buffer): void {
  eachOf(value, 'x509: invalid authority info access', (der, problem) => {
    const access = der.read(SEQUENCE, problem);
    access.oid(problem);
    access.optional(context(6), problem);
  });
}

/** parseNameConstraintsExtension. */
function checkNameConstraints(value: Buffer): void {
  const problem = 'x509: invalid NameConstraints extension';
  const outer = new Der(value);
  const all = outer.read(SEQUENCE, problem);
  const trees = [constructed(0), constructed(1)].map((tag) => all.optional(tag, problem));
  if (!outer.empty || !all.empty) throw new X509Error(problem);
  if (trees.every((tree) => !tree || tree.empty)) {
    throw new X509Error('x509: empty name constraints extension');
  }
  for (const tree of trees) {
    while (tree?.empty === false) {
      const { tag, content } = tree.read(SEQUENCE, problem).any(problem);
      if (!isConstraint(tag, content)) throw new X509Error(problem);
    }
  }
}

function isConstraint(tag: number, content: Buffer): boolean {
  const text = content.toString('latin1');
  switch (tag) {
    case context(1):
      return isAscii(content) && (text.includes('@') || isDomain(text, true));
    case context(2):
      return isAscii(content) && isDomain(text, true);
    case context(6):
      return isAscii(content) && isDomain(text, true) && !/^\d+(\.\d+){3}$|:/.test(text);
    case context(7):
      return [8, 32].includes(content.length) && isMask(content.subarray(content.length / 2));
    default:
      return true;
  }
}

/** isValidIPMask. */
const isMask = (mask: Buffer) =>
  /^1*0*$/.test([...mask].map((byte) => byte.toString(2).padStart(8, '0')).join(''));

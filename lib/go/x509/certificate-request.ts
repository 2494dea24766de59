import {
  ANY,
  Asn1Error,
  BIT_STRING,
  type BitString,
  BOOLEAN,
  INT,
  listOf,
  OBJECT_IDENTIFIER,
  OCTETS,
  RAW_VALUE,
  type RawValue,
  rightAligned,
  struct,
  unmarshal,
} from '../asn1';
import { X509Error } from './der';
import { checkAlternativeNames } from './names';
import {
  type Algorithm,
  ALGORITHM,
  parsePublicKey,
  PUBLIC_KEY_INFO,
  type PublicKey,
  type PublicKeyInfo,
} from './public-key';
import { checkSignature } from './signature';

interface Info {
  readonly version: bigint;
  readonly subject: RawValue;
  readonly publicKey: PublicKeyInfo & { readonly raw: RawValue };
  readonly attributes: readonly RawValue[];
}

interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: Buffer;
}

const INFO = struct<Info>('tbsCertificateRequest', {
  version: { type: INT },
  subject: { type: RAW_VALUE },
  publicKey: { type: PUBLIC_KEY_INFO },
  attributes: { type: listOf(RAW_VALUE), tag: 0 },
});

const REQUEST = struct<{ info: Info & { raw: RawValue }; algorithm: Algorithm; signature: BitString }>(
  'certificateRequest',
  { info: { type: INFO }, algorithm: { type: ALGORITHM }, signature: { type: BIT_STRING } },
);

interface NamePart {
  readonly type: string;
  readonly value: RawValue;
}

const NAME = listOf(
  listOf(
    struct<NamePart>('AttributeTypeAndValue', {
      type: { type: OBJECT_IDENTIFIER },
      value: { type: ANY },
    }),
    'RelativeDistinguishedNameSET',
    17,
  ),
  'RDNSequence',
);

const ATTRIBUTE = struct<{ id: string; values: readonly RawValue[] }>('pkcs10Attribute', {
  id: { type: OBJECT_IDENTIFIER },
  values: { type: listOf(RAW_VALUE, '', 17) },
});

const EXTENSIONS = listOf(
  struct<Extension>('Extension', {
    id: { type: OBJECT_IDENTIFIER },
    critical: { type: BOOLEAN, fallback: { value: false } },
    value: { type: OCTETS },
  }),
);

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const ALTERNATIVE_NAMES = '2.5.29.17';

/** x509.CertificateRequest. */
export interface CertificateRequest {
  /** Undefined if its algorithm is unknown. */
  readonly publicKey: PublicKey | undefined;
  /** organizationName of the subject: a user's groups in Kubernetes. */
  readonly organizations: readonly string[];
  /** Throws if the request is not signed with its own key. */
  checkSignature(): void;
}

/** ParseCertificateRequest, crypto/x509 of Go 1.26: throws what is wrong with the PKCS#10 structure. */
export function parseCertificateRequest(der: Buffer): CertificateRequest {
  const { value, rest } = unmarshal(der, REQUEST);
  if (rest.length) throw new Asn1Error('asn1: syntax error: trailing data');
  const { info, algorithm, signature } = value;
  const publicKey = parsePublicKey(info.publicKey, info.publicKey.raw.element);
  const subject = unmarshal(info.subject.element, NAME);
  if (subject.rest.length) throw new X509Error('x509: trailing data after X.509 Subject');
  for (const { id, value: names } of extensionsOf(info.attributes)) {
    if (id === ALTERNATIVE_NAMES) checkAlternativeNames(names);
  }
  const signed = { bytes: info.raw.element, signature: rightAligned(signature), algorithm, publicKey };
  return {
    publicKey,
    organizations: organizationsIn(subject.value.flat()),
    checkSignature: () => checkSignature(signed),
  };
}

/** 2.5.4.10 is organizationName, X.520. */
const organizationsIn = (parts: readonly NamePart[]): string[] =>
  parts.flatMap(({ type, value }) => (type === '2.5.4.10' ? [value.content.toString()] : []));

/** parseCSRExtensions. */
function extensionsOf(attributes: readonly RawValue[]): Extension[] {
  const extensions: Extension[] = [];
  const seen = new Set<string>();
  for (const { id, values } of attributes.flatMap(attributeOf)) {
    if (id !== EXTENSION_REQUEST) continue;
    for (const extension of unmarshal(values[0].element, EXTENSIONS).value) {
      if (seen.has(extension.id)) {
        throw new X509Error('x509: certificate request contains duplicate requested extensions');
      }
      seen.add(extension.id);
      extensions.push(extension);
    }
  }
  return extensions;
}

/** An attribute; none if it cannot be read, which Go ignores. */
function attributeOf({ element }: RawValue): { id: string; values: readonly RawValue[] }[] {
  try {
    const { value, rest } = unmarshal(element, ATTRIBUTE);
    return rest.length || !value.values.length ? [] : [value];
  } catch (error) {
    if (error instanceof Asn1Error) return [];
    throw error;
  }
}

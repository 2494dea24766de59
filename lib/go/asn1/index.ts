export { type BitString, bitString, boolean, integer, objectIdentifier, rightAligned } from './contents';
export { Asn1Error } from './errors';
export { type Asn1Type, type RawValue, unmarshal } from './fields';
export { isAscii, STRINGS } from './strings';
export {
  ANY,
  BIT_STRING,
  BOOLEAN,
  INT,
  listOf,
  NOTHING,
  OBJECT_IDENTIFIER,
  OCTETS,
  RAW_VALUE,
  struct,
} from './types';

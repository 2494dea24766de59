/** An error of encoding/asn1, with Go's text. */
export class Asn1Error extends Error {}

export const structural = (message: string) => new Asn1Error(`asn1: structure error: ${message}`);
export const syntax = (message: string) => new Asn1Error(`asn1: syntax error: ${message}`);

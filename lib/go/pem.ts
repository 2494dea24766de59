/** One block of a PEM file. */
export interface PemBlock {
  readonly type: string;
  /** Whether lines with colons precede the content. */
  readonly headers: boolean;
  readonly bytes: Buffer;
}

const BLOCK =
  /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n((?:(?!-----BEGIN )[^])*?)(?:^|\n)?-----END \1-----[ \t\r]*(?=\n|$)/g;
const HEADER = /[^\n:]*:[^\n]*\n/y;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The blocks of a PEM file; what is none is passed over (pem.Decode). */
export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(BLOCK)].flatMap(([, type, content]) => {
    let start = 0;
    for (HEADER.lastIndex = 0; HEADER.test(content);) start = HEADER.lastIndex;
    const base64 = content.slice(start).replace(/[ \t\r\n]/g, '');
    return BASE64.test(base64) ? [{ type, headers: start > 0, bytes: Buffer.from(base64, 'base64') }] : [];
  });
}

/**
 * Limits of the recorder that writes Warning headers: pkg/endpoints/filters/warning.go, apiserver 1.30 to
 * 1.36.
 */
const ALL_RUNES = 4096;
const ONE_RUNES = 256;

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * The warnings that a client gets: each once, those that a header can hold, and cut short where they are
 * many.
 */
export function warningHeaders(warnings: readonly string[]): readonly string[] {
  if (warnings.length === 0) return warnings;
  const distinct = [...new Set(warnings)].filter((text) => text !== '' && !CONTROL.test(text));
  return runes(distinct) <= ALL_RUNES ? distinct : shortened(distinct);
}

/** Once the limit is passed all are cut short, and more are added until these pass it, too. */
function shortened(warnings: readonly string[]): string[] {
  const headers: string[] = [];
  let written = 0;
  let whole = 0;
  for (const text of warnings) {
    if (written >= ALL_RUNES && whole > ALL_RUNES) break;
    const all = [...text];
    const short = all.slice(0, ONE_RUNES);
    headers.push(short.join(''));
    whole += all.length;
    written += short.length;
  }
  return headers;
}

const runes = (texts: readonly string[]) => texts.reduce((sum, text) => sum + [...text].length, 0);

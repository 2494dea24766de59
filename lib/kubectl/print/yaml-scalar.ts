import { resolvePlain } from '../../manifest/scalars';
import { isTimestamp } from '../../manifest/timestamp';

/** How a string is written. */
export type Style = 'plain' | 'single' | 'double' | 'literal';

const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const BINARY = /^(?:0b|-0b)[-+]?[01]+$/;
const BREAK = /[\r\n\x85\u2028\u2029]/;
/** What libyaml takes for printable: nothing beyond the basic plane (is_printable). */
const UNPRINTABLE = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
/** What would make a plain scalar something else (yaml_emitter_analyze_scalar, in a block). */
const INDICATOR =
  /^(?:---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?:[ \t]|$)|:(?:[ \t]|$)|[ \t\r\n\x85\u2028\u2029]#/;

/** Most strings: words that need no further look, but for those of another type. */
const WORD = /^[A-Za-z/][A-Za-z0-9/._-]*$/;

/** Whether a string that stands plain would be read as something else (resolve, isBase60Float). */
export function isAmbiguous(text: string): boolean {
  if (typeof resolvePlain(text) !== 'string') return true;
  return (
    /^[-+\d]/.test(text) && (BASE_60.test(text) || BINARY.test(text.replaceAll('_', '')) || isTimestamp(text))
  );
}

/** What is left of a string once its JSON has been read as YAML, for which U+0085 ends a line. */
export const withFoldedBreaks = (text: string) =>
  text.includes('\x85')
    ? text.replace(/[ \x85]+/g, (space) => (space.includes('\x85') ? folded(space) : space))
    : text;

function folded(space: string): string {
  const lines = space.replaceAll(' ', '').length;
  return lines === 1 ? ' ' : '\n'.repeat(lines - 1);
}

/** The style of a string (encoder.stringv, yaml_emitter_select_scalar_style). A key stands on one line. */
export function styleOf(text: string, key: boolean): Style {
  if (WORD.test(text)) return isAmbiguous(text) ? 'double' : 'plain';
  if (text.includes('\n')) return key || !literalAllowed(text) ? 'double' : 'literal';
  if (isAmbiguous(text)) return 'double';
  if (plainAllowed(text)) return 'plain';
  return singleAllowed(text) && !(key && BREAK.test(text)) ? 'single' : 'double';
}

const plainAllowed = (text: string) =>
  !UNPRINTABLE.test(text) && !BREAK.test(text) && !/^ | $/.test(text) && !INDICATOR.test(text);

const spaceThenBreak = (text: string) => / [\r\n\x85\u2028\u2029]/.test(text);

const singleAllowed = (text: string) =>
  !UNPRINTABLE.test(text) && !spaceThenBreak(text) && !/[\r\n\x85\u2028\u2029] /.test(text);

const literalAllowed = (text: string) =>
  !UNPRINTABLE.test(text) && !spaceThenBreak(text) && !text.endsWith(' ');

import { quote } from '../go/format';
import type { RawFinding } from '../validate/collector';
import type { EngineOptions } from '../validate/engine';
import { levelOf } from '../validate/lint/levels';
import type { PathSegment } from '../validate/path';
import { YAML_ROUND_TRIP } from '../validate/reading';
import { type Changed, changedIn, codePoint, type Read, type Writer } from './read-back';
import { pathTo } from './path-to';
import { toYaml, writtenByCdk8s } from './yaml';

/* Whether kubectl reads back what is written: loaded when there is a string that it may misread. */

/** Strings and keys of a manifest that kubectl misreads in the YAML that cdk8s writes. */
export const misreadFromCdk8s = (manifest: unknown, options: EngineOptions): RawFinding[] =>
  misread(manifest, options, writtenByCdk8s);

/** Strings and keys of a manifest that not even quotes keep: halves of surrogate pairs. */
export const misreadFromOurs = (manifest: unknown, options: EngineOptions): RawFinding[] =>
  misread(manifest, options, toYaml);

function misread(manifest: unknown, { rules }: EngineOptions, write: Writer): RawFinding[] {
  const level = levelOf(YAML_ROUND_TRIP, rules);
  if (level === 'off') return [];
  return changedIn(manifest, write).map((changed) => ({
    rule: YAML_ROUND_TRIP.id,
    level,
    stage: 'read',
    path: pathTo(changed.isKey ? [...changed.at, String(changed.given)] : changed.at),
    message: messageOf(changed),
    suggestion: suggestionFor(changed),
  }));
}

function messageOf({ isKey, given, read }: Changed): string {
  const what = `cdk8s writes the ${isKey ? 'key' : typeof given} ${excerpt(String(given), differenceIn(given, read))}`;
  if ('error' in read) return `${what} in a form that kubectl cannot read: ${read.error}`;
  const { value } = read;
  if (value === undefined) return `${what} in a form that kubectl drops`;
  return `${what} in a form that kubectl reads as ${typeof value === 'string' ? excerpt(value, differenceIn(given, read)) : `the ${typeof value} ${String(value)}`}`;
}

/** Where two texts begin to differ, or where the cause is. */
function differenceIn(given: string | number, read: Read): number {
  const text = String(given);
  const cause = text.search(CAUSE);
  if (cause >= 0 || !('value' in read)) return Math.max(0, cause);
  const value = String(read.value);
  return [...text].findIndex((character, index) => character !== value[index]);
}

/** Characters to each side of what differs. */
const AROUND = 30;

function excerpt(text: string, at: number): string {
  const start = at > AROUND ? at - AROUND : 0;
  const shown = quote(text.slice(start, at + AROUND));
  return `${start ? '…' : ''}${shown}${text.length > at + AROUND ? '…' : ''}`;
}

/** What kubectl cannot read or takes for the end of a line. */
const CAUSE = /[\x7f-\x9f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u;

function suggestionFor({ at, isKey, given }: Changed): string {
  const text = String(given);
  const cause = CAUSE.exec(text)?.[0];
  if (typeof given === 'number') return 'use a finite number';
  if (text === '<<') return 'use another key: YAML merges maps with this one';
  if (cause !== undefined) return withoutCharacter(codePoint(cause), at, isKey);
  if (/^\s*\t/.test(text)) return 'begin the text with something other than a tab';
  return spelling(text);
}

function withoutCharacter(name: string, at: readonly PathSegment[], isKey: boolean): string {
  const remove = `remove ${name} or replace it with an escape that the program understands`;
  const isData = at.length === 2 && at[0] === 'data' && !isKey;
  return isData ? `${remove}, or put the text into binaryData, in base64` : remove;
}

/** Spellings of the same number that cdk8s does quote. */
const QUOTED_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^([-+]?)0[oO]([0-7]+)$/, '$10$2'],
  [/^([-+]?)0X([\dA-Fa-f]+)$/, '$10x$2'],
  [/^([-+]?)0B([01]+)$/, '$10b$2'],
];

function spelling(text: string): string {
  const form = QUOTED_FORMS.find(([pattern]) => pattern.test(text));
  const other = form && `, such as "${text.replace(...form)}", if the program accepts it`;
  return `cdk8s does not quote this form of a number: use another spelling${other ?? ', or add a character so that it is not a number'}`;
}

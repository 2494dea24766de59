import type { Finding, FindingPosition, FindingRelated, FindingResource } from '../validate/finding';
import type { VersionedFinding } from '../validate/versioned';
import { codeFrame } from './code-frame';
import { type Paint, PLAIN } from './paint';
import { printable } from '../text/printable';
import type { Excerpt, ReportedFinding } from './reported';
import { safeLine } from './safe';

/** What stands before all lines but the first of a finding. */
const MARGIN = '  ';

/**
 * A finding for people: place, rule, the lines in question, what is wrong and what to do, and the other
 * places.
 */
export function findingText(
  { finding, excerpt, relatedExcerpts = [], history }: ReportedFinding,
  paint: Paint = PLAIN,
): string {
  if (isAdvice(finding)) return adviceText(finding, history, paint);
  const { suggestion, position, related } = finding;
  let text = headText(finding, paint);
  if (position && excerpt) text += `\n${codeFrame(excerpt, position, paint, MARGIN)}`;
  text += `\n  ${safeLine(messageText(finding))}\n`;
  if (suggestion) text += `${paint('suggestion', `  → ${printable(suggestion)}`)}\n`;
  if (history) text += `  ${history}\n`;
  related?.forEach((other, index) => {
    text += `${relatedText(other, relatedExcerpts[index], paint)}\n`;
  });
  return text;
}

/** Findings that are shown in one line. */
export const isAdvice = ({ level, stage }: Finding) => level === 'info' && stage === 'lint';

/** Advice is short: one line. */
function adviceText(finding: Finding, history: string | undefined, paint: Paint): string {
  const { suggestion } = finding;
  return `${headText(finding, paint)}: ${printable(messageText(finding))}${suggestion ? `; ${printable(suggestion)}` : ''}${history ? ` (${history})` : ''}`;
}

function headText({ level, rule, resource, position }: Finding, paint: Paint): string {
  const about = printable(resourceText(resource));
  return `${paint('strong', placeText(position))}: ${paint(level, level)}: ${rule}${about ? ` in ${about}` : ''}`;
}

function relatedText(
  { message, position }: FindingRelated,
  excerpt: Excerpt | undefined,
  paint: Paint,
): string {
  const head = `  ${placeText(position)}: ${printable(message)}`;
  return position && excerpt ? `${head}\n${codeFrame(excerpt, position, paint, MARGIN)}` : head;
}

/** A place as editors and terminals find it. */
export const placeText = (position: FindingPosition | undefined) =>
  position ? `${safeLine(position.file ?? '<input>')}:${position.line}:${position.column}` : '<input>';

export const messageText = ({ path, message }: Pick<Finding, 'path' | 'message'>) => {
  const said = message.startsWith(`${path}: `) || message.startsWith(`${path} `);
  return path && !said ? `${path}: ${message}` : message;
};

/** Which of several Kubernetes versions have a finding, in words: `begins to fail in 1.34`. */
export function historyText({ finding, versions, begins, ends }: VersionedFinding): string {
  const [infinitive, present] = VERBS[finding.rule === 'field-dropped' ? 'dropped' : finding.level];
  const start = begins ? `starts to ${infinitive} in ${begins}` : `${present} in ${listed(versions)}`;
  return ends ? `${start}, no longer in ${ends}` : start;
}

const VERBS = {
  error: ['fail', 'fails'],
  warning: ['warn', 'warns'],
  info: ['be reported', 'is reported'],
  dropped: ['be dropped', 'is dropped'],
} as const;

/** `a, b and c` */
export const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0];

export function resourceText({ kind = '', namespace, name = '' }: FindingResource): string {
  const full = namespace && name ? `${namespace}/${name}` : namespace || name;
  return kind && full ? `${kind} ${full}` : kind || full;
}

/** How many manifests were judged, and what was found in all. */
export interface Totals {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
  readonly files?: number;
  readonly suppressed?: number;
  readonly notJudged?: number;
  readonly partlyJudged?: number;
  readonly emptyDocuments?: number;
  readonly ignored?: number;
}

/** How many there are, and in a second line what was skipped, if anything was. */
export const summaryText = (totals: Totals) =>
  [countsText(totals), skippedText(totals)].filter(Boolean).join('\n');

function countsText({ manifests, errors, warnings, files = 1, suppressed = 0 }: Totals): string {
  const judged =
    files > 1 ? `${count(manifests, 'manifest')} in ${count(files, 'file')}` : count(manifests, 'manifest');
  const found = errors || warnings ? `${count(errors, 'error')}, ${count(warnings, 'warning')}` : 'no errors';
  return `${judged}: ${found}${suppressed ? `, ${suppressed} suppressed` : ''}`;
}

/** What was not or only partly validated: `not judged: 2 manifests of unknown kinds, 1 empty document`. */
function skippedText({ notJudged = 0, partlyJudged = 0, emptyDocuments = 0, ignored = 0 }: Totals): string {
  const skipped = [
    ...(notJudged ? [`${count(notJudged, 'manifest')} of unknown kind${notJudged === 1 ? '' : 's'}`] : []),
    ...(emptyDocuments ? [count(emptyDocuments, 'empty document')] : []),
    ...(ignored ? [`${ignored} ignored ${ignored === 1 ? 'file or folder' : 'files and folders'}`] : []),
  ];
  const partly = partlyJudged ? [`partly validated: ${count(partlyJudged, 'manifest')}`] : [];
  return [...(skipped.length ? [`not validated: ${skipped.join(', ')}`] : []), ...partly].join('; ');
}

export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

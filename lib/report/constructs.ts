import type { Finding, FindingConstruct, FindingPosition } from '../validate/finding';
import { groupBy } from './group-by';
import { isNote } from '../validate/unknown-kinds/not-judged-text';
import { notesOn } from './notes';
import { printable } from '../text/printable';
import { safeLine } from './safe';
import { count, messageText, placeText, resourceText } from './text';

/**
 * Errors of one construct, as cdk8s lists them: it puts `  [demo/web] ` before the text.
 *
 *     Pod demo-web (main.ts:14:1)
 *         spec.containers[0].image: Required value (container-image)
 *           → set the image to run, such as "nginx:1.27"
 */
export const constructErrors = (errors: readonly Finding[]) =>
  [
    headText(errors[0]),
    ...errors.flatMap((error) => findingLines(error, '').map((line) => `    ${line}`)),
  ].join('\n');

/** Findings of constructs, those of each below its path, how many there are, and what was not judged. */
export function constructsText(all: readonly Finding[]): string {
  const findings = all.filter((finding) => !isNote(finding));
  const notes = notesText(all);
  return findings.length || !notes
    ? [...groupsOf(findings).map(groupText), `${notes}${summary(findings)}\n`].join('\n')
    : notes;
}

/** How much of the kinds of some findings is judged, a line each. */
const notesText = (findings: readonly Finding[]) =>
  notesOn(findings)
    .map((note) => `note: ${safeLine(note)}\n`)
    .join('');

/** Findings of each object, in the order in which the objects come. */
const groupsOf = (findings: readonly Finding[]) =>
  groupBy(findings, ({ construct, resource }) => [construct?.path, resource]);

function groupText(findings: readonly Finding[]): string {
  const lines = findings.flatMap((finding) =>
    findingLines(finding, `${finding.level}: `).map((line) => `  ${line}`),
  );
  return [`[${printable(findings[0].construct?.path ?? '')}] ${headText(findings[0])}`, ...lines, ''].join(
    '\n',
  );
}

const headText = ({ resource, construct }: Finding) =>
  [safeLine(resourceText(resource)), inBrackets(construct?.source)].filter(Boolean).join(' ');

function findingLines(
  { path, message, rule, suggestion, related = [], construct }: Finding,
  level: string,
): string[] {
  const pattern = patternText(construct);
  return [
    `${level}${messageText({ path, message })} (${rule})`,
    ...(suggestion ? [`  → ${suggestion}`] : []),
    ...related
      .filter((other) => !mentionsField(other.path, `${message} ${suggestion}`))
      .map((other) => `  ${other.message}: ${other.path}`),
    ...(pattern ? [`  ${pattern}`] : []),
  ].map(safeLine);
}

/** Whether a text names the field of a path, or the item of a list that it is in. */
const mentionsField = (path: string, text: string) =>
  text.includes(path) || text.includes(path.replace(/(?<=\])\.[^\]]*$/, ''));

const patternText = ({ pattern }: Partial<FindingConstruct> = {}) =>
  pattern && ['added by', pattern.name, inBrackets(pattern.source)].filter(Boolean).join(' ');

const inBrackets = (source: FindingPosition | undefined) => source && `(${placeText(source)})`;

function summary(findings: readonly Finding[]): string {
  const number = (level: string) => findings.filter((finding) => finding.level === level).length;
  const counts = [
    count(number('error'), 'error'),
    count(number('warning'), 'warning'),
    count(number('info'), 'info'),
  ];
  const found = counts.filter((text) => !text.startsWith('0 ')).join(', ');
  return found ? `${found} in ${count(groupsOf(findings).length, 'object')}` : 'no findings';
}

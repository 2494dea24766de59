import type { Finding, FindingConstruct, FindingPosition, FindingResource } from '../validate/finding';
import { grouped } from './grouped';

/**
 * Errors of one construct, as cdk8s lists them: it puts `  [demo/web] ` before the text.
 *
 *     Pod demo-web (main.ts:14:1)
 *         spec.containers[0].image: Required value (container-image)
 *           → set the image to run, such as "nginx:1.27"
 */
export const constructErrors = (errors: readonly Finding[]) =>
  printable([headText(errors[0]), ...errors.flatMap((error) => findingLines(error, '').map((line) => `    ${line}`))].join('\n'));

/** Findings of constructs, those of each below its path, and how many there are. */
export function constructsText(findings: readonly Finding[]): string {
  return printable([...groupsOf(findings).map(groupText), `${summary(findings)}\n`].join('\n'));
}

/** Findings of each object, in the order in which the objects come. */
const groupsOf = (findings: readonly Finding[]) => grouped(findings, ({ construct, resource }) => [construct?.path, resource]);

function groupText(findings: readonly Finding[]): string {
  const lines = findings.flatMap((finding) => findingLines(finding, `${finding.level}: `).map((line) => `  ${line}`));
  return [`[${findings[0].construct?.path ?? ''}] ${headText(findings[0])}`, ...lines, ''].join('\n');
}

const headText = ({ resource, construct }: Finding) => [resourceText(resource), inBrackets(construct?.source)].filter(Boolean).join(' ');

const resourceText = ({ kind, namespace, name }: FindingResource) => [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');

function findingLines({ path, message, rule, suggestion, related = [], construct }: Finding, level: string): string[] {
  const pattern = patternText(construct);
  return [
    `${level}${path ? `${path}: ` : ''}${message} (${rule})`,
    ...(suggestion ? [`  → ${suggestion}`] : []),
    ...related.filter((other) => !isNamed(other.path, `${message} ${suggestion}`)).map((other) => `  ${other.message}: ${other.path}`),
    ...(pattern ? [`  ${pattern}`] : []),
  ];
}

/** Whether a text names the field of a path, or the item of a list that it is in. */
const isNamed = (path: string, text: string) => text.includes(path) || text.includes(path.replace(/(?<=\])\.[^\]]*$/, ''));

const patternText = ({ pattern }: Partial<FindingConstruct> = {}) => pattern && ['brought by', pattern.name, inBrackets(pattern.source)].filter(Boolean).join(' ');

const inBrackets = (source: FindingPosition | undefined) => source && `(${[source.file, source.line, source.column].join(':')})`;

/** Without characters that a terminal would carry out. */
const printable = (text: string) => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

function summary(findings: readonly Finding[]): string {
  const number = (level: string) => findings.filter((finding) => finding.level === level).length;
  const counts = [count(number('error'), 'error'), count(number('warning'), 'warning'), count(number('info'), 'info')];
  const found = counts.filter((text) => !text.startsWith('0 ')).join(', ');
  return found ? `${found} in ${count(groupsOf(findings).length, 'object')}` : 'nothing found';
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

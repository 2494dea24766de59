import type { Lines } from '../manifest/text';
import type { Finding, FindingResource } from '../validate/finding';
import { codeFrame } from './code-frame';

/** A finding for people: place, rule, the lines in question, what is wrong and what to do. */
export function findingText(finding: Finding, lines: Lines): string {
  const { level, rule, path, message, suggestion, position, resource } = finding;
  const place = position ? `${position.file ?? '<input>'}:${position.line}:${position.column}` : '<input>';
  return [
    [`${place}: ${level}: ${rule}`, resourceText(resource)].filter(Boolean).join(' in '),
    ...(position ? [indent(codeFrame(lines, position.line, position.column))] : []),
    `  ${path ? `${path}: ` : ''}${message}`,
    ...(suggestion ? [`  → ${suggestion}`] : []),
    '',
  ].join('\n');
}

const resourceText = ({ kind, namespace, name }: FindingResource) => [kind, [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');

const indent = (text: string) => text.replace(/^/gm, '  ');

/** How many manifests were judged, and what was found in all. */
export interface Totals {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
}

export function summaryText({ manifests, errors, warnings }: Totals): string {
  const found = errors || warnings ? `${count(errors, 'error')}, ${count(warnings, 'warning')}` : 'no errors';
  return `${count(manifests, 'manifest')}: ${found}`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

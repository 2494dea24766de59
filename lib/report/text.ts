import type { Finding, FindingPosition, FindingResource } from '../validate/finding';
import type { VersionedFinding } from '../validate/versioned';
import { codeFrame } from './code-frame';
import type { ReportedFinding } from './reported';

/** A finding for people: place, rule, the lines in question, what is wrong and what to do. */
export function findingText({ finding, excerpt, history }: ReportedFinding): string {
  const { level, source, rule, path, message, suggestion, position, resource } = finding;
  if (level === 'info' && source === 'lint') return adviceText(finding, history);
  return [
    [`${placeText(position)}: ${level}: ${rule}`, resourceText(resource)].filter(Boolean).join(' in '),
    ...(position && excerpt ? [indent(codeFrame(excerpt, position.line, position.column))] : []),
    `  ${path ? `${path}: ` : ''}${message}`,
    ...(suggestion ? [`  → ${suggestion}`] : []),
    ...(history ? [`  ${history}`] : []),
    '',
  ].join('\n');
}

/** Advice is short: one line. */
function adviceText({ level, rule, path, message, suggestion, position, resource }: Finding, history: string | undefined): string {
  const head = [`${placeText(position)}: ${level}: ${rule}`, resourceText(resource)].filter(Boolean).join(' in ');
  return `${head}: ${path}: ${message}; ${suggestion}${history ? ` (${history})` : ''}`;
}

const placeText = (position: FindingPosition | undefined) => (position ? `${position.file ?? '<input>'}:${position.line}:${position.column}` : '<input>');

/** Which of several Kubernetes versions have a finding, in words: `begins to fail in 1.34`. */
export function historyText({ finding, versions, begins, ends }: VersionedFinding): string {
  const [infinitive, present] = VERBS[finding.rule === 'field-dropped' ? 'dropped' : finding.level];
  const start = begins ? `begins to ${infinitive} in ${begins}` : `${present} in ${listed(versions)}`;
  return ends ? `${start}, no longer in ${ends}` : start;
}

const VERBS = {
  error: ['fail', 'fails'],
  warning: ['warn', 'warns'],
  info: ['be noted', 'is noted'],
  dropped: ['be dropped', 'is dropped'],
} as const;

const listed = (versions: readonly string[]) => (versions.length > 1 ? `${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}` : versions[0]);

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

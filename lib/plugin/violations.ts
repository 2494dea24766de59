import { groupBy } from '../report/group-by';
import { notesOn } from '../report/notes';
import type { Finding, FindingLevel, FindingResource } from '../validate/finding';
import { safeLine } from '../report/safe';
import type { JudgedTexts } from '../validate/judging';
import type { ValidationOptions } from '../validate/options';

/** A resource, as cdk8s-cli lists it: it looks up the construct by the resource's bare name. */
interface ViolatingResource {
  readonly resourceName: string;
  readonly locations: string[];
  readonly manifestPath: string;
}

/** Violations that cdk8s-cli lists under one heading, with one suggestion. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly ViolatingResource[];
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];

/** Findings as cdk8s-cli reports them, gravest first: those that say the same of several places are one. */
export function violationsOf(findings: readonly Finding[], stdout: boolean): Violation[] {
  const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
  return groupBy(sorted, ({ rule, level, message, suggestion }) => [rule, level, message, suggestion]).map(
    (group) => violationOf(group, stdout),
  );
}

function violationOf(findings: readonly Finding[], stdout: boolean): Violation {
  const [{ rule, level, message, suggestion, docs }] = findings;
  const fix = suggestion ?? 'see the message';
  return {
    ruleName: rule,
    recommendation: `${level}: ${safeLine(message)}`,
    fix: safeLine(docs ? `${fix} (${docs})` : fix),
    violatingResources: groupBy(findings, ({ resource, position }) => [resource, position?.file]).map(
      (group) => resourceOf(group, stdout),
    ),
  };
}

function resourceOf(findings: readonly Finding[], stdout: boolean): ViolatingResource {
  const [{ resource, position }] = findings;
  const manifestPath = position?.file ?? '';
  return {
    resourceName: safeLine(resource.name ?? '(no name)'),
    locations: findings.map((finding) => locationOf(finding, stdout ? 'STDOUT' : manifestPath)),
    manifestPath,
  };
}

/** `dist/demo.k8s.yaml:12:14 Pod spec.containers[0].image` */
function locationOf({ position, resource, path }: Finding, file: string): string {
  return safeLine(
    [[file, position?.line, position?.column].join(':'), kindOf(resource), path].filter(Boolean).join(' '),
  );
}

const kindOf = ({ kind, namespace }: FindingResource) =>
  [kind, namespace && `in ${namespace}`].filter(Boolean).join(' ');

/** Heading of the report. */
export function summaryOf(
  judged: JudgedTexts,
  minor: number,
  { podSecurity }: ValidationOptions,
): { [name: string]: string } {
  const { manifests, findings, notJudged, partlyJudged, suppressed } = judged;
  const number = (level: FindingLevel) =>
    String(findings.filter((finding) => finding.level === level).length);
  const policy = typeof podSecurity === 'object' ? podSecurity.level : podSecurity;
  return {
    'Kubernetes version': `1.${minor}`,
    ...(policy ? { 'Pod Security': policy } : {}),
    Manifests: String(manifests),
    Errors: number('error'),
    Warnings: number('warning'),
    ...(suppressed ? { Suppressed: String(suppressed) } : {}),
    ...(notJudged ? { 'Not validated': withNotes(notJudged, findings, 'unknown-kind') } : {}),
    ...(partlyJudged ? { 'Partly validated': withNotes(partlyJudged, findings, 'kind-not-judged') } : {}),
  };
}

function withNotes(number: number, findings: readonly Finding[], about: string): string {
  const notes = notesOn(findings.filter(({ rule }) => rule === about));
  return notes.length ? `${number} (${safeLine(notes.join('; '))})` : String(number);
}

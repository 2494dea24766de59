import { safeLine } from '../report/safe';
import type { FindingConstruct, FindingLevel, FindingPosition, FindingResource } from '../validate/finding';
import type { MatcherMessage } from './context';
import type { Judged } from './judging';

/** Findings that are shown with their lines; of more, one line each. */
const SHOWN = 10;

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];

/** Findings for people, gravest first: level, rule, resource, lines, what is wrong, what to do. */
export function findingsText(given: readonly Judged[], matching: MatcherMessage): string {
  const findings = LEVELS.flatMap((level) => given.filter(({ finding }) => finding.level === level));
  const rest = findings.slice(SHOWN).map(briefText);
  return [
    ...findings.slice(0, SHOWN).map((judged) => findingText(judged, matching)),
    ...(rest.length ? [rest.join('\n')] : []),
  ].join('\n\n');
}

function findingText(judged: Judged, matching: MatcherMessage): string {
  const {
    level,
    rule,
    resource,
    construct,
    path,
    message,
    suggestion,
    related = [],
  } = judged.withSourceLine();
  const frame = judged.frame();
  return [
    safeLine(`${level}: ${rule} in ${originText(resource, construct)}`),
    ...(frame ? [matching.frame(frame.replace(/^/gm, '  '))] : []),
    ...[{ path, message }, ...related].map((one) =>
      safeLine(`  ${one.path ? `${one.path}: ` : ''}${one.message}`),
    ),
    ...(suggestion ? [`  → ${matching.context.utils.EXPECTED_COLOR(safeLine(suggestion))}`] : []),
    ...(construct?.pattern
      ? [safeLine(`  added by ${placedText(construct.pattern.name, construct.pattern.source)}`)]
      : []),
  ].join('\n');
}

/** A finding in one line. */
export function briefText({ finding: { level, rule, resource, path } }: Judged): string {
  return safeLine(`${level}: ${rule} in ${resourceText(resource)}${path ? ` at ${path}` : ''}`);
}

const originText = (resource: FindingResource, construct: FindingConstruct | undefined) =>
  construct
    ? `${resourceText(resource)} (construct ${placedText(construct.path, construct.source)})`
    : resourceText(resource);

const placedText = (what: string, source: FindingPosition | undefined) =>
  source ? `${what}, ${[source.file, source.line, source.column].join(':')}` : what;

const resourceText = ({ kind, namespace, name }: FindingResource) =>
  [kind ?? 'a manifest', [namespace, name].filter(Boolean).join('/')].filter(Boolean).join(' ');

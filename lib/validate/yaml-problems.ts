import type { Source } from '../manifest/source';
import type { YamlProblem } from '../manifest/yaml-problem';
import { FILL_PLACEHOLDER, RENDER_TEMPLATE } from '../manifest/yaml-suggestions';
import type { RawFinding } from './collector';
import { FieldPath } from './path';
import { CONTENT_IGNORED, DUPLICATE_KEY, KEY_MISREAD, NOT_UTF8, YAML_SYNTAX } from './reading';
import type { SourceSort } from './sources/sorts';

/** The finding about a problem in a text. */
export function rawProblem({ rule, message, suggestion, first }: YamlProblem, source: Source): RawFinding {
  return {
    rule,
    level: WARNINGS.has(rule) ? 'warning' : 'error',
    stage: 'read',
    path: FieldPath.ROOT,
    message:
      first === undefined
        ? message
        : `${message} in line ${source.lines.at(first).line}, and the last value wins`,
    suggestion: suggestion ?? (rule === DUPLICATE_KEY.id ? DUPLICATE_KEY.suggestion : undefined),
    reason: rule === YAML_SYNTAX.id ? 'Client' : undefined,
  };
}

/** What kubectl accepts, and does something else than was meant. */
const WARNINGS: ReadonlySet<string> = new Set([KEY_MISREAD.id, CONTENT_IGNORED.id, NOT_UTF8.id]);

/** What documents are that do not parse because of what a program has yet to replace. */
const UNPARSED_SORTS: ReadonlyMap<string, SourceSort> = new Map<string, SourceSort>([
  [RENDER_TEMPLATE, 'template'],
  [FILL_PLACEHOLDER, 'placeholders'],
]);

/** What a document is if that is why it does not parse. */
export const unparsedSort = (problems: readonly RawFinding[]): SourceSort | undefined =>
  problems.map(({ suggestion = '' }) => UNPARSED_SORTS.get(suggestion)).find(Boolean);

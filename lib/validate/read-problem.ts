import type { Source } from '../manifest/source';
import type { YamlProblem } from '../manifest/yaml-problem';
import type { RawFinding } from './collector';
import { FieldPath } from './path';
import { DUPLICATE_KEY, KEY_MISREAD, YAML_SYNTAX } from './reading';

/** The finding about a problem of a text. */
export function rawProblem({ rule, message, suggestion, first }: YamlProblem, source: Source): RawFinding {
  return {
    rule,
    level: rule === KEY_MISREAD.id ? 'warning' : 'error',
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

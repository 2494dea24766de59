import type { DocumentText } from '../../manifest/split';
import type { YamlProblem } from '../../manifest/yaml-problem';

/** What go-yaml says of a document that does not parse. */
export function yamlError({ message }: YamlProblem, { badSeparator }: DocumentText): string {
  return badSeparator ? message : `yaml: ${message}`;
}

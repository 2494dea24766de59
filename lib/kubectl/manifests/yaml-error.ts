import type { YamlProblem } from '../../manifest/yaml-problem';

/** What kubectl says of a document that it cannot read (sigs.k8s.io/yaml 1.6). */
export function yamlError({ message, line }: YamlProblem): string {
  const number = /^(-?Infinity|NaN) is not a JSON value$/.exec(message)?.[1];
  if (number) {
    return `json: unsupported value: ${number.replace(/^(-?)Infinity/, (_, sign: string) => `${sign || '+'}Inf`)}`;
  }
  return `yaml: ${line ? `line ${line}: ` : ''}${message}`;
}

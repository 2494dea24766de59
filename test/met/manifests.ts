import { ManifestValidator } from '../../lib';

/** An object with a name, as YAML; `fields` are its other lines. */
export const object = (apiVersion: string, kind: string, fields: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${fields}\n`;

/** A Pod with fields of its spec. */
export const podWith = (spec: string) => object('v1', 'Pod', `spec: {${spec}}`);

const fieldsOf = (fields: string) => fields && `, ${fields}`;

/** A Pod with one container, nginx, and more fields of the container and of the spec. */
export const pod = (container = '', spec = '') =>
  podWith(`containers: [{name: a, image: "nginx:1.27"${fieldsOf(container)}}]${fieldsOf(spec)}`);

/** A workload whose Pods are labelled `a: b`; `more` are other fields of its spec. */
export const workload = (apiVersion: string, kind: string, podSpec: string, more = '') =>
  object(
    apiVersion,
    kind,
    `spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {${podSpec}}}${fieldsOf(more)}}`,
  );

export const deployment = (podSpec: string, more = '') => workload('apps/v1', 'Deployment', podSpec, more);

export const configMap = (data: string) => object('v1', 'ConfigMap', `data: ${data}`);

/** Every finding that asks for something, as `rule path: suggestion`; without a suggestion, its message. */
export function advice(text: string, kubernetesVersion?: string): string[] {
  return new ManifestValidator({ kubernetesVersion, rules: { resources: 'off', 'kind-not-judged': 'off' } })
    .validateYaml(text)
    .map(({ rule, path, message, suggestion }) => `${rule} ${path}: ${suggestion ?? message}`);
}

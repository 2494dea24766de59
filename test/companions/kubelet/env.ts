import type { k8s } from '../../../lib';
import { POD_IP } from './sandbox';
import type { Store } from './store';

export type Variables = ReadonlyMap<string, string>;

/** The variables of a container, each expanded with those before it, as kubelet makes them. */
export function variablesOf({ env = [], envFrom = [] }: k8s.Container, store: Store): Variables {
  const variables = new Map<string, string>();
  for (const { prefix = '', configMapRef, secretRef } of envFrom) {
    const [kind, ref] = secretRef ? ['Secret', secretRef] : ['ConfigMap', configMapRef];
    const data = store.data(kind, ref?.name, ref?.optional) ?? {};
    Object.entries(data).forEach(([key, value]) => variables.set(prefix + key, value));
  }
  for (const { name, value, valueFrom } of env) {
    const found = valueFrom ? valueOf(name, valueFrom, store) : expand(value ?? '', variables);
    if (found !== undefined) variables.set(name, found);
  }
  return variables;
}

const FIELDS: { readonly [path: string]: string } = {
  'metadata.name': 'pod',
  'metadata.namespace': 'default',
  'spec.nodeName': 'node',
  'status.podIP': POD_IP,
};

function valueOf(name: string, source: k8s.EnvVarSource, store: Store): string | undefined {
  const { secretKeyRef, configMapKeyRef, fieldRef } = source;
  if (secretKeyRef) return store.key('Secret', secretKeyRef);
  if (configMapKeyRef) return store.key('ConfigMap', configMapKeyRef);
  const value = fieldRef && FIELDS[fieldRef.fieldPath];
  if (value === undefined) throw new Error(`variable ${name}: no value for ${JSON.stringify(source)}`);
  return value;
}

/** expansion.Expand of Kubernetes. */
export function expand(text: string, variables: Variables): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (found: string, name?: string) => {
    if (name === undefined) return '$';
    return variables.get(name) ?? found;
  });
}

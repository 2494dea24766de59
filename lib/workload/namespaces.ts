import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type NamespaceLabels, namespaceLabels } from '../validate/pod-security/namespaces';
import { renderedObject } from './rendered-object';

const known = new WeakMap<IConstruct, NamespaceLabels>();

/** Labels of the Namespaces of a construct's app as they were last sought: once a round of validation, not once an object. */
export function namespacesAround(scope: IConstruct): NamespaceLabels {
  const { root } = scope.node;
  return known.get(root) ?? seekNamespaces(root);
}

/** Looks for the Namespaces of an app anew. */
export function seekNamespaces(root: IConstruct): NamespaceLabels {
  const objects = root.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && construct.kind === 'Namespace');
  const labels = namespaceLabels(objects.map(renderedObject));
  known.set(root, labels);
  return labels;
}

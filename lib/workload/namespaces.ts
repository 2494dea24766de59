import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { manifestsIn } from '../construct/judged-object';
import { mayHoldNamespaces } from '../construct/may-hold-namespaces';
import { type NamespaceLabels, namespaceLabels } from '../validate/pod-security/namespaces';
import { renderedObject } from './rendered-object';

const namespacesByScope = new WeakMap<IConstruct, NamespaceLabels>();

/**
 * Labels of the Namespaces below a construct as they were last sought: once a round of validation, not once
 * an object.
 */
export const namespacesBelow = (scope: IConstruct): NamespaceLabels =>
  namespacesByScope.get(scope) ?? findNamespaces(scope);

/** Looks for the Namespaces below a construct anew. */
export function findNamespaces(scope: IConstruct): NamespaceLabels {
  const objects = scope.node
    .findAll()
    .filter(
      (construct): construct is ApiObject => ApiObject.isApiObject(construct) && mayHoldNamespaces(construct),
    );
  const labels = namespaceLabels(objects.flatMap((object) => manifestsIn(renderedObject(object))));
  namespacesByScope.set(scope, labels);
  return labels;
}

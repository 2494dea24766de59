import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

const ADOPT = Symbol.for('cdk8s-pod-patterns.adoptForDefaults');

type Adopt = (object: ApiObject) => void;

/**
 * Leaves at a construct what fills in its defaults, for other copies of this package: one alone may fill them
 * in.
 */
export const leaveAdopting = (scope: IConstruct, adopt: Adopt) =>
  void Object.defineProperty(scope, ADOPT, { value: adopt });

/**
 * Sees to it that an object of another library renders with its defaults, whichever copy of this package they
 * were given to.
 */
export function adoptFor(object: ApiObject): void {
  object.node.scopes.map((scope) => (scope as { readonly [ADOPT]?: Adopt })[ADOPT]).find(Boolean)?.(object);
}

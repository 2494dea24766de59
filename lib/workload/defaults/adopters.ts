import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

const ADOPT = Symbol.for('cdk8s-pod-patterns.adoptForDefaults');

type Adopt = (object: ApiObject) => void;

/**
 * Registers what fills in the defaults of a construct, for other copies of this package: only one copy may
 * fill them in.
 */
export const registerAdopter = (scope: IConstruct, adopt: Adopt) =>
  void Object.defineProperty(scope, ADOPT, { value: adopt });

/**
 * Sees to it that an object of another library renders with its defaults, whichever copy of this package they
 * were given to.
 */
export function adoptForScopes(object: ApiObject): void {
  object.node.scopes.map((scope) => (scope as { readonly [ADOPT]?: Adopt })[ADOPT]).find(Boolean)?.(object);
}

import { BoundValue, CelEvaluationError, CelNotSupported, MapValue, type Value } from '../../../cel';
import type { Asked } from './asked';
import type { Json } from './run';
import type { Expression } from './compiled';
import { ownResource, type Resource } from './match';
import { namespaceObject } from './namespaces';

/** The values that expressions of a policy refer to (newActivation, pkg/admission/plugin/cel 1.36). */
export type Activation = { readonly [name: string]: unknown };

interface Bindings {
  readonly asked: Asked;
  /** The resource under which the policy matches. */
  readonly resource: Resource;
  readonly params: Json | null;
  readonly variables: ReadonlyMap<string, Expression>;
}

const unknown = (what: string, why = 'is known to a server only') =>
  new BoundValue(() => {
    throw new CelNotSupported(what, why);
  });

/** @param hasNamespace conditions of what a policy matches do not see the Namespace */
export function activationFor(
  { asked, resource, params, variables }: Bindings,
  hasNamespace: boolean,
): Activation {
  const activation: { [name: string]: unknown } = {
    object: objectIn(asked, resource),
    oldObject: asked.former ?? null,
    namespaceObject: hasNamespace ? boundNamespace(asked) : null,
    request: requestOf(asked, resource),
    params,
    authorizer: unknown('the authorizer'),
    'authorizer.requestResource': unknown('the authorizer'),
  };
  activation.variables = new BoundValue(() => new Variables(variables, activation));
  return activation;
}

function boundNamespace(asked: Asked): unknown {
  const found = namespaceObject(asked);
  return found === undefined
    ? unknown(`the Namespace ${JSON.stringify(asked.namespace)}`, 'is not among the manifests')
    : found;
}

/** A custom resource is converted by naming another version; other conversions are not made here. */
function objectIn({ json, kind, group }: Asked, { version, ...resource }: Resource): unknown {
  const apiVersion = resource.group ? `${resource.group}/${version}` : version;
  if (apiVersion === kind.apiVersion) return json;
  return group.includes('.') && !group.endsWith('.k8s.io')
    ? { ...json, apiVersion }
    : unknown(`the object as ${apiVersion}`);
}

/** CreateAdmissionRequest, pkg/admission/plugin/cel 1.36. */
function requestOf(asked: Asked, resource: Resource): object {
  const { kind, object, namespace, operation } = asked;
  const own = ownResource(asked);
  const { name } = object.metadata ?? {};
  const kindIn = ({ group, version }: Resource) => ({ group, version, kind: kind.kind });
  const resourceIn = ({ group, version, plural }: Resource) => ({ group, version, resource: plural });
  return {
    uid: '',
    kind: kindIn(resource),
    resource: resourceIn(resource),
    requestKind: kindIn(own),
    requestResource: resourceIn(own),
    ...(name && { name }),
    ...(namespace && { namespace }),
    operation,
    dryRun: false,
    get userInfo(): never {
      throw new CelNotSupported('request.userInfo', 'is known to a server only');
    },
    get options(): never {
      throw new CelNotSupported('request.options', 'is known to a server only');
    },
  };
}

/** The variables of a policy, each evaluated when it is asked for (compositionContext.Variables). */
class Variables extends MapValue {
  private readonly made = new Map<string, Value>();

  constructor(
    private readonly expressions: ReadonlyMap<string, Expression>,
    private readonly activation: Activation,
  ) {
    super();
  }

  get size(): number {
    return this.expressions.size;
  }

  find(key: Value): Value | undefined {
    const expression = this.expressions.get(String(key));
    if (!expression) return undefined;
    const name = String(key);
    let value = this.made.get(name);
    if (value === undefined) this.made.set(name, (value = this.evaluated(name, expression)));
    return value;
  }

  private evaluated(name: string, { program, unknown: why = 'it does not compile' }: Expression): Value {
    if (!program) throw new CelNotSupported(`the variable ${name}`, `cannot be evaluated: ${why}`);
    try {
      return program.evaluateWithin(this.activation);
    } catch (error) {
      if (!(error instanceof CelEvaluationError)) throw error;
      throw new CelEvaluationError(`composited variable "${name}" fails to evaluate: ${error.message}`);
    }
  }

  keys(): readonly Value[] {
    return [...this.expressions.keys()];
  }
}

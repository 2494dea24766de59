import type { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { manifestsIn } from '../construct/judged-object';
import { mayHoldNamespaces } from '../construct/may-hold-namespaces';
import { VALIDATION } from '../construct/validation-mark';
import type { EngineOptions } from '../validate/engine';
import type { Finding } from '../validate/finding';
import { type NamespaceLabels, namespaceLabels } from '../validate/pod-security/namespaces';
import { adoptForScopes } from '../workload/defaults/adopters';
import type { ManifestObject } from '../workload/manifest-object';

/*
 * Constructs are known by the marks that their classes leave: a test may have loaded cdk8s and constructs
 * more than once, so that `instanceof` would say no.
 */

const CONSTRUCT = Symbol.for('constructs.Construct');
const API_OBJECT = Symbol.for('cdk8s.ApiObject');
const CHART = Symbol.for('cdk8s.Chart');
const RENDERED_LATE = Symbol.for('cdk8s-pod-patterns.ManifestObject');

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isConstruct = (value: unknown): value is IConstruct => isObject(value) && CONSTRUCT in value;

export const isChart = (construct: IConstruct): construct is Chart => CHART in construct;

export const isApp = (construct: IConstruct): construct is App =>
  !construct.node.scope && 'charts' in construct && 'synth' in construct;

const isApiObject = (construct: IConstruct): construct is ApiObject => API_OBJECT in construct;

/** The API objects of a construct: itself, or those below it. */
export const objectsOf = (construct: IConstruct): ApiObject[] => construct.node.findAll().filter(isApiObject);

/** An object of ours: its class may be that of another copy of this package. */
const isOurs = (object: object): object is Pick<ManifestObject, 'render' | 'withSources'> =>
  RENDERED_LATE in object;

/** The manifest of an object of any library as it is now, valid or not. */
export function rendered(object: ApiObject): object {
  if (isOurs(object)) return object.render();
  adoptForScopes(object);
  return object.toJson() as object;
}

/**
 * A finding about an object that rendered as `json`, with the line of the user's source where that is known.
 */
export const sourced = (finding: Finding, object: ApiObject, json: object): Finding =>
  isOurs(object) ? object.withSources(json, [finding])[0] : finding;

interface Validating {
  readonly constructor: { _optionsFor(construct: IConstruct): EngineOptions };
}

/** What synth judges an object by; undefined if nothing was said about that. */
export function configuredFor(object: ApiObject): EngineOptions | undefined {
  const validations = object.node.scopes.map(
    (scope) => (scope as { readonly [VALIDATION]?: Validating })[VALIDATION],
  );
  return validations.find(Boolean)?.constructor._optionsFor(object);
}

/** Labels of the Namespaces in the whole app of a construct. */
export function namespacesAround(construct: IConstruct): NamespaceLabels {
  return namespaceLabels(
    objectsOf(construct.node.root)
      .filter(mayHoldNamespaces)
      .flatMap((object) => manifestsIn(rendered(object))),
  );
}

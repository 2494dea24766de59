import type { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { VALIDATION } from '../pod/judged-object';
import type { EngineOptions } from '../validate/engine';
import { type NamespaceLabels, namespaceLabels } from '../validate/pod-security/namespaces';
import { adoptFor } from '../workload/defaults/adopting';

/*
 * Constructs are known by the marks that their classes leave: a test may have loaded cdk8s and constructs more than
 * once, so that `instanceof` would say no.
 */

const CONSTRUCT = Symbol.for('constructs.Construct');
const API_OBJECT = Symbol.for('cdk8s.ApiObject');
const CHART = Symbol.for('cdk8s.Chart');
const RENDERED_LATE = Symbol.for('cdk8s-pod-patterns.ManifestObject');

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isConstruct = (value: unknown): value is IConstruct => isObject(value) && CONSTRUCT in value;

export const isChart = (construct: IConstruct): construct is Chart => CHART in construct;

export const isApp = (construct: IConstruct): construct is App => !construct.node.scope && 'charts' in construct && 'synth' in construct;

const isApiObject = (construct: IConstruct): construct is ApiObject => API_OBJECT in construct;

/** The API objects of a construct: itself, or those below it. */
export const objectsOf = (construct: IConstruct): ApiObject[] => construct.node.findAll().filter(isApiObject);

/** The manifest of an object of any library as it is now, valid or not. */
export function rendered(object: ApiObject): object {
  if (RENDERED_LATE in object) return (object as unknown as { render(): object }).render();
  adoptFor(object);
  return object.toJson() as object;
}

interface Validating {
  readonly constructor: { _optionsFor(construct: IConstruct): EngineOptions };
}

/** What synth judges an object by; undefined where nothing was said about that. */
export function configuredFor(object: ApiObject): EngineOptions | undefined {
  const validations = object.node.scopes.map((scope) => (scope as { readonly [VALIDATION]?: Validating })[VALIDATION]);
  return validations.find(Boolean)?.constructor._optionsFor(object);
}

/** Labels of the Namespaces in the whole app of a construct. */
export function namespacesAround(construct: IConstruct): NamespaceLabels {
  return namespaceLabels(objectsOf(construct.node.root).filter(({ kind }) => kind === 'Namespace').map(rendered));
}

import type { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { manifestsIn } from '../construct/judged-object';
import { VALIDATION } from '../construct/validation-mark';
import type { EngineOptions } from '../validate/engine';
import type { Finding } from '../validate/finding';
import { bearsOnOthers, type Surroundings, surroundingsAmong } from '../validate/surroundings';
import { adoptForScopes } from '../workload/defaults/adopters';
import type { ManifestObject } from '../workload/manifest-object';

/*
 * Constructs are known by the marks that their classes leave: a test may have loaded cdk8s and constructs
 * more than once, so that `instanceof` would say no.
 */

const CONSTRUCT = Symbol.for('constructs.Construct');
const API_OBJECT = Symbol.for('cdk8s.ApiObject');
const CHART = Symbol.for('cdk8s.Chart');
const MANIFEST_OBJECT = Symbol.for('cdk8s-pod-patterns.ManifestObject');

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isConstruct = (value: unknown): value is IConstruct => isObject(value) && CONSTRUCT in value;

export const isChart = (construct: IConstruct): construct is Chart => CHART in construct;

export const isApp = (construct: IConstruct): construct is App =>
  !construct.node.scope && 'charts' in construct && 'synth' in construct;

const isApiObject = (construct: IConstruct): construct is ApiObject => API_OBJECT in construct;

/** The API objects of a construct: itself, or those below it. */
export const objectsOf = (construct: IConstruct): ApiObject[] => construct.node.findAll().filter(isApiObject);

/** An object of ours: its class may be that of another copy of this package. */
const isManifestObject = (object: object): object is Pick<ManifestObject, 'render' | 'withSources'> =>
  MANIFEST_OBJECT in object;

/** The manifest of an object of any library as it is now, valid or not. */
export function rendered(object: ApiObject): object {
  if (isManifestObject(object)) return object.render();
  adoptForScopes(object);
  return object.toJson() as object;
}

/**
 * A finding about an object that rendered as `json`, with the line of the user's source where that is known.
 */
export const withSourceLine = (finding: Finding, object: ApiObject, json: object): Finding =>
  isManifestObject(object) ? object.withSources(json, [finding])[0] : finding;

interface Validating {
  readonly constructor: { _optionsFor(construct: IConstruct): EngineOptions };
}

/** What synth judges an object by; undefined if nothing was said about that. */
export function synthOptionsFor(object: ApiObject): EngineOptions | undefined {
  const validations = object.node.scopes.map(
    (scope) => (scope as { readonly [VALIDATION]?: Validating })[VALIDATION],
  );
  return validations.find(Boolean)?.constructor._optionsFor(object);
}

/** What the objects in the whole app of a construct say about how others are judged. */
export function surroundingsOf(construct: IConstruct): Surroundings {
  return surroundingsAmong(manifestsAround(construct, ({ kind }) => bearsOnOthers(kind)));
}

/** The manifests of the whole app of a construct, or of some of its objects. */
export const manifestsAround = (
  construct: IConstruct,
  isWanted: (object: ApiObject) => boolean = () => true,
): readonly object[] =>
  objectsOf(construct.node.root)
    .filter(isWanted)
    .flatMap((object) => manifestsIn(rendered(object)));

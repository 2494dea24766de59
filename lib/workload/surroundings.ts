import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { manifestsIn } from '../construct/judged-object';
import {
  bearsOnOthers,
  type Surroundings,
  surroundingsAmong,
  withSurroundings,
} from '../validate/surroundings';
import type { EngineOptions } from '../validate/engine';
import { judging } from '../validate/lazy';
import { renderedObject } from './rendered-object';

const surroundingsByScope = new WeakMap<IConstruct, Surroundings>();

/**
 * What objects below a construct say about how others are judged, as it was last sought: once a round of
 * validation, not once an object.
 */
export const surroundingsBelow = (scope: IConstruct): Surroundings =>
  surroundingsByScope.get(scope) ?? findSurroundings(scope);

/** Looks through the objects below a construct anew. */
export function findSurroundings(scope: IConstruct): Surroundings {
  const objects = objectsBelow(scope).filter(({ kind }) => bearsOnOthers(kind));
  const surroundings = surroundingsAmong(objects.flatMap((object) => manifestsIn(renderedObject(object))));
  surroundingsByScope.set(scope, surroundings);
  return surroundings;
}

/** What was counted of the objects below a scope, by what their surroundings were. */
const counted = new WeakMap<
  Surroundings,
  { readonly given: EngineOptions; readonly options: EngineOptions }
>();

/** The options with what objects below a construct say about how others are judged. */
export function optionsBelow(scope: IConstruct, given: EngineOptions): EngineOptions {
  const surroundings = surroundingsBelow(scope);
  if (!surroundings.admission) return withSurroundings(given, surroundings);
  const known = counted.get(surroundings);
  if (known?.given === given) return known.options;
  const options = judging().inRun(given, surroundings, () =>
    objectsBelow(scope).flatMap((object) => manifestsIn(renderedObject(object))),
  );
  counted.set(surroundings, { given, options });
  return options;
}

const objectsBelow = (scope: IConstruct) =>
  scope.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));

import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { manifestsIn } from '../construct/judged-object';
import { bearsOnOthers, type Surroundings, surroundingsAmong } from '../validate/surroundings';
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
  const objects = scope.node
    .findAll()
    .filter(
      (construct): construct is ApiObject =>
        ApiObject.isApiObject(construct) && bearsOnOthers(construct.kind),
    );
  const surroundings = surroundingsAmong(objects.flatMap((object) => manifestsIn(renderedObject(object))));
  surroundingsByScope.set(scope, surroundings);
  return surroundings;
}

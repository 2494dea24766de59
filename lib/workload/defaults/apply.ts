import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Adoption } from '../../construct/adopted/adoption';
import { podLocationsOf } from '../../construct/adopted/pod-location';
import { valueAt, withValueAt } from '../../object/value-at';
import { modelOf, templateOfModel } from '../../construct/adopted/template-json';
import { userConstruct } from '../../construct/user-construct';
import { ownTemplate } from '../../construct/known-template';
import type { PodModel } from '../../pod/pod-model';
import { fill } from './fill';
import { defaultsAt } from './scope-defaults';
import type { PodDefaultsOptions } from './options';

/**
 * The defaults for an object, strongest first: nearest scope first, and what was added last before what was
 * added first.
 */
function defaultsFor(object: ApiObject, kind: string): PodDefaultsOptions[] {
  const { scopes } = object.node;
  const isLeftAlone = (exclude: readonly IConstruct[]) =>
    exclude.some((construct) => scopes.includes(construct));
  const isFor = ({ kinds, exclude = [] }: PodDefaultsOptions) =>
    (kinds?.includes(kind) ?? true) && !isLeftAlone(exclude);
  return scopes
    .flatMap((scope) => defaultsAt(scope) ?? [])
    .filter(isFor)
    .reverse();
}

/** The manifest of an object of ours with its defaults. */
export function withDefaults(object: ApiObject, json: object): object {
  const options = defaultsFor(object, object.kind);
  const [location] = options.length ? podLocationsOf(object, () => json) : [];
  if (!location) return json;
  const template = valueAt(json, location.path);
  const own = ownTemplate(object)?._now;
  const pod = modelOf(json, location.path, own && ((name) => own.stageOf(name)), own?.objects);
  fillFor(object, pod, template, options);
  return withValueAt(json, location.path, templateOfModel(template, pod, object));
}

/** Sees to it that an object of another library renders with its defaults. */
export function adoptForDefaults(object: ApiObject): readonly Adoption[] {
  const adopted = Adoption.allOf(object).filter(({ location }) => defaultsFor(object, location.kind).length);
  for (const adoption of adopted) {
    const { kind } = adoption.location;
    adoption.finalChange = (pod, template) => fillFor(object, pod, template, defaultsFor(object, kind));
  }
  return adopted;
}

/** @throws Error that names the object, where a pattern cannot be applied to it */
function fillFor(
  object: ApiObject,
  pod: PodModel,
  template: unknown,
  options: readonly PodDefaultsOptions[],
): void {
  try {
    fill(pod, template, options);
  } catch (error) {
    throw new Error(`${userConstruct(object).node.path}: PodDefaults: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

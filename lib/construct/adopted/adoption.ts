import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { PodModel } from '../../pod/pod-model';
import { PodObjects } from '../../pod/pod-object';
import type { PodSource } from '../../pod/pod-source';
import { PodTemplate } from '../../pod/pod-template';
import { ConstructOwner } from '../pod-owner';
import { engineOptionsOf } from '../../validate/engine-options';
import { userConstruct } from '../user-construct';
import { judgeObject } from '../judged-object';
import { rememberTemplate } from '../known-template';
import { errorTexts } from '../with-source-lines';
import { isValidated } from '../validation-mark';
import { isKnownByContent, ownedPodIn, type PodLocation, podLocationsOf, wayTo } from './pod-location';
import { valueAt, withValueAt } from '../../object/value-at';
import { modelOf, templateOfModel } from './template-json';
import { completeJson } from './complete-json';

/** Last change to a Pod, applied each time it is rendered. */
export type FinalChange = (pod: PodModel, template: unknown) => void;

const adoptions = new WeakMap<ApiObject, readonly Adoption[]>();

/** Method that gives the manifest: objects of ours are rendered by another than all others. */
const renderMethodOf = (object: ApiObject) =>
  (Symbol.for('cdk8s-pod-patterns.ManifestObject') in object ? 'render' : 'toJson') as 'toJson';

/**
 * Object of another library of which a Pod is changed. The changes are kept and made each time the object
 * renders, to what it gives then, so that what its owner adds later is there, too.
 */
export class Adoption implements PodSource {
  /** The adoptions of an object, one for each of its Pods. */
  static allOf(object: ApiObject): readonly Adoption[] {
    const known = adoptions.get(object);
    if (known) return known;
    const method = renderMethodOf(object);
    const locations = podLocationsOf(object, object[method].bind(object) as () => object);
    const all = locations.map((location) => new Adoption(object, location, method));
    if (all.length || !isKnownByContent(object)) adoptions.set(object, all);
    if (all.length && method === 'toJson') {
      object.node.addValidation({ validate: () => errorsIn(object, all) });
    }
    return all;
  }

  readonly template = PodTemplate._from(this);
  readonly objects = new PodObjects();

  /** Last change of all. */
  finalChange?: FinalChange;

  private readonly changes: ((pod: PodModel) => void)[] = [];
  /** What the object renders as without these changes. */
  private readonly originalJson: () => object;

  private constructor(
    private readonly object: ApiObject,
    readonly location: PodLocation,
    method: 'toJson',
  ) {
    this.originalJson = object[method].bind(object) as () => object;
    if (location.id === undefined) rememberTemplate(object, this.template);
    this.objects.setOwner(
      new ConstructOwner(
        () => scopeOf(object, location),
        object,
        () => ownedPodIn(this.toJson(), location),
      ),
    );
    Object.defineProperty(object, method, {
      value: () => this.toJson(),
      configurable: true,
      writable: true,
    });
  }

  get now(): PodModel {
    return this.modelIn(this.given());
  }

  get isChanged(): boolean {
    return this.changes.length > 0 || this.finalChange !== undefined;
  }

  change(change: (pod: PodModel) => void): void {
    this.changes.push(change);
  }

  /** The manifest with all changes; without the last one where not `finished`. */
  toJson(finished = true): object {
    if (!this.isChanged) return this.originalJson();
    const json = this.given();
    const model = this.modelIn(json);
    const way = wayTo(this.location);
    const template = valueAt(json, way);
    if (finished) this.finalChange?.(model, template);
    return withValueAt(json, way, templateOfModel(template, model, this.object));
  }

  private given(): object {
    return this.named(() => completeJson(this.object, this.originalJson(), this.location));
  }

  private modelIn(json: object): PodModel {
    const { item, path } = this.location;
    const model = modelOf(valueAt(json, item) as object, path, undefined, this.objects);
    this.named(() => this.changes.forEach((change) => change(model)));
    return model;
  }

  /** @throws Error that names the object, where there is one */
  private named<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw new Error(`${userConstruct(this.object).node.path}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}

/** Several Pods of an object may need objects with the same ids. */
function scopeOf(object: ApiObject, { id }: PodLocation): Construct {
  if (id === undefined) return object;
  return (object.node.tryFindChild(id) as Construct | undefined) ?? new Construct(object, id);
}

/** Errors that no validation of an app or chart reports. */
function errorsIn(object: ApiObject, adopted: readonly Adoption[]): string[] {
  if (isValidated(object) || !adopted.some(({ isChanged }) => isChanged)) return [];
  const options = { ...engineOptionsOf({}), errorsOnly: true };
  const json = object.toJson() as object;
  return errorTexts(object, judgeObject(object, json, options, userConstruct(object)));
}

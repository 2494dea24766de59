import type { ApiObject } from 'cdk8s';
import type { PodModel } from '../../pod/pod-model';
import type { PodSource } from '../../pod/pod-source';
import { PodTemplate } from '../../pod/pod-template';
import { engineOptionsOf } from '../../validate/engine-options';
import { userConstruct } from '../user-construct';
import { judgeObject } from '../judged-object';
import { rememberTemplate } from '../known-template';
import { errorTexts } from '../with-source-lines';
import { isValidated } from '../validation-mark';
import { type PodLocation, podLocationOf } from './pod-location';
import { valueAt, withValueAt } from '../../object/value-at';
import { modelOf, templateOfModel } from './template-json';
import { completeJson } from './complete-json';

/** Last change to a Pod, applied each time it is rendered. */
export type FinalChange = (pod: PodModel, template: unknown) => void;

const adoptions = new WeakMap<ApiObject, Adoption | null>();

/** Method that gives the manifest: objects of ours are rendered by another than all others. */
const renderMethodOf = (object: ApiObject) =>
  (Symbol.for('cdk8s-pod-patterns.ManifestObject') in object ? 'render' : 'toJson') as 'toJson';

/**
 * Object of another library whose Pod is changed. The changes are kept and made each time the object renders,
 * to what it gives then, so that what its owner adds later is there, too.
 */
export class Adoption implements PodSource {
  /** The adoption of an object; undefined if it has no Pod. */
  static tryOf(object: ApiObject): Adoption | undefined {
    const known = adoptions.get(object);
    if (known !== undefined) return known ?? undefined;
    const method = renderMethodOf(object);
    const own = object[method].bind(object) as () => object;
    const location = podLocationOf(object, own);
    const adoption = location && new Adoption(object, own, location);
    if (adoption) adoption.intercept(method);
    if (adoption || !object.apiGroup.includes('.')) adoptions.set(object, adoption ?? null);
    return adoption;
  }

  readonly template = PodTemplate._from(this);

  /** Last change of all. */
  finalChange?: FinalChange;

  private readonly changes: ((pod: PodModel) => void)[] = [];

  private constructor(
    private readonly object: ApiObject,
    private readonly originalJson: () => object,
    private readonly location: PodLocation,
  ) {}

  get now(): PodModel {
    return this.modelIn(this.given());
  }

  change(change: (pod: PodModel) => void): void {
    this.changes.push(change);
  }

  /** The manifest with all changes; without the last one where not `finished`. */
  toJson(finished = true): object {
    if (!this.changes.length && !this.finalChange) return this.originalJson();
    const json = this.given();
    const model = this.modelIn(json);
    const template = valueAt(json, this.location.path);
    if (finished) this.finalChange?.(model, template);
    return withValueAt(json, this.location.path, templateOfModel(template, model, this.object));
  }

  private given(): object {
    return this.named(() => completeJson(this.object, this.originalJson(), this.location));
  }

  private modelIn(json: object): PodModel {
    const model = modelOf(json, this.location.path);
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

  private intercept(method: 'toJson'): void {
    rememberTemplate(this.object, this.template);
    Object.defineProperty(this.object, method, {
      value: () => this.toJson(),
      configurable: true,
      writable: true,
    });
    if (method === 'toJson') this.object.node.addValidation({ validate: () => this.errors() });
  }

  /** Errors that no validation of an app or chart reports. */
  private errors(): string[] {
    if (isValidated(this.object) || !(this.changes.length || this.finalChange)) return [];
    return errorTexts(
      this.object,
      judgeObject(
        this.object,
        this.toJson(),
        { ...engineOptionsOf({}), errorsOnly: true },
        userConstruct(this.object),
      ),
    );
  }
}

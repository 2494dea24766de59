import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Finding } from '../validate/finding';
import { engineOptionsOf } from '../validate/engine-options';
import type { EngineOptions } from '../validate/engine';
import type { ValidationOptions } from '../validate/options';
import { blamed, errorLines, judgeObject, VALIDATION } from '../pod/judged-object';
import { ManifestObject } from './manifest-object';
import { namespacesBelow, seekNamespaces } from './namespaces';
import { renderedObject } from './rendered-object';

const DEFAULTS = engineOptionsOf({});

/**
 * Validation of every API object below a construct, whichever library made it: the constructs of this one, those of
 * cdk8s-plus, `Include`, `Helm` and plain `ApiObject`s. Once asked for, it is part of synth: any error stops it.
 */
export class Validation {
  /**
   * The validation of a construct and all below it; made when first asked for.
   *
   * @param scope app, chart or other construct
   */
  public static of(scope: IConstruct): Validation {
    const known = Validation.at(scope);
    if (known) return known;
    const validation = new Validation(scope);
    Object.defineProperty(scope, VALIDATION, { value: validation });
    scope.node.addValidation({ validate: () => validation.ownErrors() });
    return validation;
  }

  /**
   * What objects of a construct are judged by.
   *
   * @internal
   */
  public static _optionsFor(scope: IConstruct): EngineOptions {
    const nearest = Validation.nearest(scope);
    return nearest ? { ...nearest.engineOptions, namespaces: namespacesBelow(nearest.outermost().scope) } : DEFAULTS;
  }

  private static nearest(scope: IConstruct): Validation | undefined {
    let construct: IConstruct | undefined = scope;
    while (construct && !Validation.at(construct)) construct = construct.node.scope;
    return construct && Validation.at(construct);
  }

  private static at(scope: IConstruct): Validation | undefined {
    return (scope as { [VALIDATION]?: Validation })[VALIDATION];
  }

  private options: ValidationOptions = {};
  private engineOptions: EngineOptions = DEFAULTS;

  private constructor(private readonly scope: IConstruct) {}

  /**
   * What to judge by, from now on. Options that are not given stay as they were.
   *
   * @param options what to judge by
   * @throws Error with what is known, where `kubernetesVersion`, `podSecurity` or a rule is not
   */
  public configure(options: ValidationOptions): Validation {
    const all = { ...this.options, ...options };
    this.engineOptions = engineOptionsOf(all);
    this.options = all;
    return this;
  }

  /** Findings about every object below the construct, as they render now. */
  public findings(): Finding[] {
    seekNamespaces(this.outermost().scope);
    return this.objects().flatMap(findingsOf);
  }

  /** Errors that no other construct reports: of objects of other libraries for which this validation is the nearest. */
  private ownErrors(): string[] {
    if (this.outermost() === this) seekNamespaces(this.scope);
    return this.objects()
      .filter((object) => !ManifestObject.isManifestObject(object) && this.isNearest(object))
      .flatMap((object) => errorLines(findingsOf(object)).map((line) => `${blamed(object).node.path}: ${line}`));
  }

  private objects(): ApiObject[] {
    return this.scope.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  }

  /** The validation of all around, whose Namespaces count. */
  private outermost(): Validation {
    const { scope } = this.scope.node;
    const above = scope && Validation.nearest(scope);
    return above ? above.outermost() : this;
  }

  private isNearest(object: ApiObject): boolean {
    return Validation.nearest(object) === this;
  }
}

function findingsOf(object: ApiObject): readonly Finding[] {
  return judgeObject(object, renderedObject(object), Validation._optionsFor(object), blamed(object));
}

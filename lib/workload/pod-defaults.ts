import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { userConstruct } from '../construct/user-construct';
import { checkArguments } from '../options/check';
import { misuse } from '../options/misuse';
import { defaultsAt } from './defaults/scope-defaults';
import type { PodDefaultsApplied, PodDefaultsOptions } from './defaults/options';
import { defaultsModuleFor, createDefaults } from './defaults/scope';
import { closest } from '../validate/closest';
import { judging } from '../validate/lazy';
import { ManifestObject } from './manifest-object';

/** A misspelled kind would get no defaults; an unknown one may be a custom resource. */
function checkKinds(kinds: readonly string[]): void {
  const known = kinds.length ? judging().podKinds() : [];
  for (const kind of kinds.filter((one) => !known.includes(one))) {
    const near = closest(kind, known, 2);
    if (near) throw misuse('PodDefaults', `unknown kind "${kind}" in "kinds": did you mean "${near}"?`);
  }
}

const instances = new WeakMap<IConstruct, PodDefaults>();

/**
 * Defaults for all Pods below a construct, in objects of any library, applied whenever they are rendered.
 * Values that a Pod sets itself are kept; defaults of the nearest scope take precedence, and within a scope
 * those added last.
 */
export class PodDefaults {
  /**
   * Returns the defaults of a construct and everything below it.
   *
   * @param scope app, chart or other construct
   */
  public static of(scope: IConstruct): PodDefaults {
    checkArguments('PodDefaults.of', scope);
    const defaults = instances.get(scope) ?? new PodDefaults(scope);
    instances.set(scope, defaults);
    return defaults;
  }

  /**
   * Defaults for the restricted Pod Security level: `runAsNonRoot` and the seccomp profile `RuntimeDefault`
   * for Pods; no privilege escalation and no capabilities for containers. Values that a Pod sets itself are
   * kept, and `Validation` with `podSecurity: 'restricted'` reports violations.
   */
  public static restricted(): PodDefaultsOptions {
    return {
      spec: { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
      container: { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
    };
  }

  private readonly options: PodDefaultsOptions[];

  private constructor(private readonly scope: IConstruct) {
    this.options = defaultsAt(scope) ?? createDefaults(scope);
    scope.node.addValidation({ validate: () => this.adopt() });
  }

  /**
   * Adds defaults for existing and future objects.
   *
   * @param options values for Pods that lack them
   * @returns these defaults, for chaining
   * @throws Error if `spec` has containers, which are for patterns, or `kinds` contains a misspelled kind
   */
  public add(options: PodDefaultsOptions): PodDefaults {
    checkArguments('PodDefaults.add', options);
    const strange = ['containers', 'initContainers'].find((field) =>
      Object.hasOwn(options.spec ?? {}, field),
    );
    if (strange) {
      throw misuse(
        'PodDefaults',
        `"spec.${strange}" cannot be a default: add containers with a pattern in "patterns"`,
      );
    }
    checkKinds(options.kinds ?? []);
    this.options.push(options);
    this.adopt();
    return this;
  }

  /**
   * Returns what the defaults, including those of outer and inner scopes, currently add to the objects below
   * the construct. Objects without additions are omitted.
   */
  public applied(): PodDefaultsApplied[] {
    return this.objects()
      .map(appliedTo)
      .filter(({ added }) => added.length);
  }

  /**
   * Other libraries' objects are made to render with defaults, at the latest when they are about to be put
   * out.
   */
  private adopt(): string[] {
    this.objects()
      .filter((object) => !ManifestObject.isManifestObject(object))
      .forEach((object) => defaultsModuleFor(object)?.adoptForDefaults(object));
    return [];
  }

  private objects(): ApiObject[] {
    return this.scope.node
      .findAll()
      .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  }
}

function appliedTo(object: ApiObject): PodDefaultsApplied {
  const { apiVersion, kind, name } = object;
  return { construct: userConstruct(object).node.path, apiVersion, kind, name, added: addedTo(object) };
}

function addedTo(object: ApiObject): string[] {
  const { addedPaths } = require('./defaults/added-paths') as typeof import('./defaults/added-paths');
  if (ManifestObject.isManifestObject(object)) return addedPaths(object.withoutDefaults(), object.render());
  const adopted = defaultsModuleFor(object)?.adoptForDefaults(object) ?? [];
  return adopted.flatMap((adoption) => addedPaths(adoption.toJson(false), adoption.toJson()));
}

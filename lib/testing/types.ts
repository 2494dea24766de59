/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-unused-vars,
   @typescript-eslint/no-empty-object-type
   -- how types are added to those of jest */
import type { StartCondition } from '../pod/container-order';
import type { ValidationOptions } from '../validate/options';
import type { RuleId } from '../validate/rule-ids';
import type { Container } from '../validate/schema/types';

/** An asymmetric matcher: `expect.any(String)`, `expect.stringMatching(/^web-/)`, … */
export interface Asymmetric {
  asymmetricMatch(other: any): boolean;
}

/** Some of a value's fields, at any depth, each given or left to an asymmetric matcher. */
export type Like<T> =
  | Asymmetric
  | (T extends readonly (infer Item)[]
      ? readonly Like<Item>[]
      : T extends object
        ? { readonly [Field in keyof T]?: Like<T[Field]> }
        : T);

/** A name as such, as a pattern, or left to an asymmetric matcher. */
export type Name = string | RegExp | Asymmetric;

/** Fields that a container must have, under the names that they have in manifests. */
export type LikeContainer = Like<Container>;

/** A container, or what must have happened to it before the next one of the order starts. */
export type Start = string | StartCondition;

/** What manifests must be valid by. */
export interface ValidManifestsOptions extends ValidationOptions {
  /**
   * Whether warnings pass. Advice, of level `info`, always does.
   *
   * @default false
   */
  readonly allowWarnings?: boolean;
}

/** Manifests: an App, a Chart, any other construct, a manifest, an array of these, or a YAML text. */
export type Manifests = string | object | readonly object[];

/** What decides about a manifest. */
export interface AdmittedOptions extends ValidationOptions {
  /**
   * ValidatingAdmissionPolicies with their bindings; also LimitRanges, ResourceQuotas, Namespaces and
   * CustomResourceDefinitions.
   *
   * @default - those among the received manifests, and in the whole app of a construct
   */
  readonly policies?: Manifests;

  /**
   * Parameters of the policies: ConfigMaps, or resources of another kind.
   *
   * @default - those among the received manifests and `policies`
   */
  readonly params?: Manifests;

  /**
   * Former state of the object. With it, the request is an update, otherwise a creation.
   *
   * @default - the object is created
   */
  readonly oldObject?: Manifests;
}

/**
 * Matchers for an App, a Chart, any other construct, a manifest, an array of these, or a YAML text.
 */
export interface PodPatternMatchers<R> {
  /**
   * Asserts that kube-apiserver would accept every manifest without warnings.
   *
   * @param options validation options; if not given, what `Validation.of(…).configure` was given, or the
   * newest Kubernetes
   */
  toBeValidManifests(options?: ValidManifestsOptions): R;

  /**
   * Asserts that kube-apiserver would admit every manifest, given some policies.
   *
   * @param options policies, their parameters, the former object, and validation options
   */
  toBeAdmitted(options?: AdmittedOptions): R;

  /**
   * Asserts that validation reports a finding of a rule, of any level.
   *
   * @param rule id of the rule: `image-tag`
   * @param path field that the finding is about, as it is shown: `spec.containers[0].image`; any if not given
   * @param options validation options
   */
  toHaveFinding(rule: RuleId, path?: Name, options?: ValidationOptions): R;

  /**
   * Asserts that there is a resource.
   *
   * @param kind kind: `Deployment`
   * @param name name; `prefix*` where it has only a `generateName`
   * @param partial fields that it must have, at any depth, as `toMatchObject` compares them
   */
  toHaveResource(kind: string, name: Name, partial?: object): R;

  /**
   * Asserts that a Pod or workload has a container: an ordinary one, an init container or a native sidecar.
   *
   * @param name name of the container
   * @param partial fields that it must have, at any depth, as `toMatchObject` compares them
   */
  toHaveContainer(name: Name, partial?: LikeContainer): R;

  /**
   * Asserts that containers of a Pod start in this order: each starts only after the previous one has exited,
   * if that is an init container, or has started or passed its startup probe, if that is a native sidecar.
   *
   * @param order names of containers, first one first; `{ container: 'proxy', condition: 'startupProbe' }`
   * says what must have happened to it by then
   */
  toStartInOrder(order: readonly Start[]): R;
}

declare global {
  /** The namespace of @types/jest, which vitest takes in, too. */
  namespace jest {
    interface Matchers<R, T> extends PodPatternMatchers<R> {}
  }
}

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

/**
 * Matchers for an App, a Chart, any other construct, a manifest, an array of these, or a YAML text.
 */
export interface PodPatternMatchers<R> {
  /**
   * That kube-apiserver would take every manifest, and that there is nothing to warn of.
   *
   * @param options what to judge by; where not given, what `Validation.of(…).configure` was given, or the
   * newest Kubernetes
   */
  toBeValidManifests(options?: ValidManifestsOptions): R;

  /**
   * That validation finds something, of whatever level.
   *
   * @param rule id of the rule: `image-tag`
   * @param path field that the finding is about, as it is shown: `spec.containers[0].image`; any where not
   * given
   * @param options what to judge by
   */
  toHaveFinding(rule: RuleId, path?: Name, options?: ValidationOptions): R;

  /**
   * That a resource is there.
   *
   * @param kind kind: `Deployment`
   * @param name name; `prefix*` where it has only a `generateName`
   * @param partial fields that it must have, at any depth, as `toMatchObject` compares them
   */
  toHaveResource(kind: string, name: Name, partial?: object): R;

  /**
   * That a Pod or a workload has a container: an ordinary one, an init container or a native sidecar.
   *
   * @param name name of the container
   * @param partial fields that it must have, at any depth, as `toMatchObject` compares them
   */
  toHaveContainer(name: Name, partial?: LikeContainer): R;

  /**
   * That each of some containers of one Pod starts only after the one before it: after that has ended, where
   * it is an init container, or has started or passed its startup probe, where it is a native sidecar.
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

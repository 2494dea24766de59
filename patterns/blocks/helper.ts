import type { Container } from '../../lib/k8s';
import type { PodTemplate } from '../../lib/pod/pod-template';
import type { Companion } from '../companions/companion';

/** A helper, as patterns accept it. */
export type Helper = Container | Companion;

/** Whether it is a companion, of whichever copy of this package. */
export const isCompanion = (helper: object | null): helper is Companion =>
  typeof helper === 'object' &&
  helper !== null &&
  typeof (helper as { readonly toContainer?: unknown }).toContainer === 'function';

/** The container of a helper as it is in the Pod. */
export const containerIn = (pod: PodTemplate, helper: Helper): Container =>
  isCompanion(helper) ? helper._containerIn(pod) : helper;

/** The container of a helper, in whichever Pod. */
export const containerOf = (helper: Helper): Container =>
  isCompanion(helper) ? helper.toContainer() : helper;

/** The companions among helpers. */
export const companionsIn = (...helpers: readonly (Helper | undefined)[]): readonly Companion[] =>
  helpers.filter((helper) => helper !== undefined).filter(isCompanion);

/** What a helper says of itself if it is a companion. */
export const companionIn = (helper: Helper | undefined): Companion | undefined =>
  helper && isCompanion(helper) ? helper : undefined;

/** Options of a pattern in a construct of a Pod, where a companion alone can take their place. */
export const optionsWith = <Options extends { readonly container?: Helper }>(
  given: Options | Companion,
): Options => (isCompanion(given) ? ({ container: given } as unknown as Options) : given);

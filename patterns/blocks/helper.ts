import type { Container } from '../../lib/k8s';
import type { PodObject } from '../../lib/pod/pod-object';
import type { PodTemplate } from '../../lib/pod/pod-template';
import type { Companion } from '../companions/companion';

/** Whether it is a companion, of whichever copy of this package. */
export const isCompanion = (helper: object): helper is Companion =>
  typeof (helper as { readonly toContainer?: unknown }).toContainer === 'function';

/** The container of a helper that is a container or a companion. */
export const containerOf = (helper: Container | Companion): Container =>
  isCompanion(helper) ? helper.toContainer() : helper;

/** Objects that a helper needs beside the Pod. */
export const objectsOf = (helper: Container | Companion | undefined): readonly PodObject[] =>
  helper && isCompanion(helper) ? helper._objects() : [];

/** Adds what a helper needs beside its container. */
export function applyHelper(pod: PodTemplate, helper: Container | Companion | undefined): void {
  if (helper && isCompanion(helper)) helper._applyTo(pod);
}

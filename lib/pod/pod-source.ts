import type { PodModel } from './pod-model';

/** Where a template has its Pod from. */
export interface PodSource {
  /** The Pod as it is now. */
  readonly now: PodModel;

  /** A change, made now or whenever the Pod is asked for. */
  change(change: (pod: PodModel) => void): void;
}

/** A Pod that is changed at once. */
export class DetachedPod implements PodSource {
  constructor(readonly now: PodModel) {}

  change(change: (pod: PodModel) => void): void {
    change(this.now);
  }
}

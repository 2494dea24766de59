import type { PodModel } from './pod-model';
import type { PodObjects } from './pod-object';

/** Where a template has its Pod from. */
export interface PodSource {
  /** The Pod as it is now. */
  readonly now: PodModel;

  /** Objects beside the Pod. */
  readonly objects: PodObjects;

  /** A change, made now or whenever the Pod is asked for. */
  change(change: (pod: PodModel) => void): void;
}

/** A Pod that is changed at once. */
export class DetachedPod implements PodSource {
  constructor(readonly now: PodModel) {}

  get objects(): PodObjects {
    return this.now.objects;
  }

  change(change: (pod: PodModel) => void): void {
    change(this.now);
  }
}

import type { PodTemplate } from './pod-template';
import { rememberLine } from './source-line';

/**
 * Pattern of containers that work together in one Pod. Extend it for patterns of your own; add it to any Pod
 * with `patterns` or `pod.add(…)`.
 */
export abstract class PodPattern {
  public constructor() {
    rememberLine(this, PodPattern, 3);
  }

  /**
   * Addition of the pattern's containers, volumes and settings to a Pod.
   *
   * @param pod template that the pattern changes
   */
  public abstract applyTo(pod: PodTemplate): void;
}

/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging --
   the interface only adds overloads for other versions of cdk8s-plus */
import type * as kplus from 'cdk8s-plus-28';
import { TemplateWorkload } from './template-workload';

/**
 * Workload whose number of Pods an autoscaler may change.
 *
 * @internal
 */
export abstract class ScalableWorkload extends TemplateWorkload implements kplus.IScalable {
  /** Whether a cdk8s-plus HorizontalPodAutoscaler has this workload for its target. */
  public hasAutoscaler = false;

  /** Notice of an autoscaler, which cdk8s-plus gives. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /**
   * The workload as the target of a cdk8s-plus HorizontalPodAutoscaler, which refuses one with fixed
   * `replicas`.
   */
  public toScalingTarget(): kplus.ScalingTarget {
    const { scalingContainers } = require('./scaling-containers') as typeof import('./scaling-containers');
    const { apiVersion, kind, name } = this.apiObject;
    const replicas = this._replicas();
    return {
      apiVersion,
      kind,
      name,
      containers: scalingContainers(this.template),
      ...(replicas === undefined ? {} : { replicas }),
    };
  }

  /** @internal */
  protected abstract _replicas(): number | undefined;
}

// Makes these workloads targets of cdk8s-plus of all numbers, as for Workload.
export interface ScalableWorkload {
  toScalingTarget(): any;
}

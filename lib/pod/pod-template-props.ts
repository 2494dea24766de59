import type { ApiObjectMetadata } from 'cdk8s';
import type { Container, PodSpecOptions } from '../k8s';
import type { PodPattern } from './pod-pattern';

/** A Pod by its main container, its patterns, and every other field of a PodSpec under its own name. */
export interface PodTemplateProps extends PodSpecOptions {
  /**
   * Metadata of the Pod.
   *
   * @default - none
   */
  readonly metadata?: ApiObjectMetadata;

  /** Container that the Pod is for; the first of `spec.containers`. */
  readonly main: Container;

  /**
   * Further ordinary containers, after the main one.
   *
   * @default - none
   */
  readonly containers?: Container[];

  /**
   * Init containers of your own, in this order, after the gates and native sidecars that patterns add. One
   * with `restartPolicy: 'Always'` is a native sidecar and stays in its place here.
   *
   * @default - none
   */
  readonly initContainers?: Container[];

  /**
   * Patterns, applied in this order.
   *
   * @default - none
   */
  readonly patterns?: PodPattern[];
}

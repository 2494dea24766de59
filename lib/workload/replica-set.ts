import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector, ReplicaSetSpecOptions } from '../k8s';
import { checkArguments } from '../options/check';
import type { PodTemplateProps } from '../pod/pod-template';
import type { ManifestBody } from './manifest-object';
import { ScalableWorkload } from './scalable-workload';

/** A ReplicaSet by its Pod, and every field of a ReplicaSetSpec under its own name. */
export interface ReplicaSetProps extends ReplicaSetSpecOptions {
  /**
   * Metadata of the ReplicaSet.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /** The Pods. They restart their containers always: leave `restartPolicy` out. */
  readonly pod: PodTemplateProps;

  /**
   * Selection of the Pods; its `matchLabels` become labels of the Pods. It cannot be changed once the
   * ReplicaSet exists: give it where some of the Pods' labels will change.
   *
   * @default - the labels in `pod.metadata`; without any, `app.kubernetes.io/name`: the ReplicaSet's name
   * without cdk8s' hash
   */
  readonly selector?: LabelSelector;
}

/**
 * Pods that are all alike, in a fixed number. Synth fails, with all findings listed, where kube-apiserver
 * would refuse it.
 */
export class ReplicaSet extends ScalableWorkload {
  private readonly spec: ReplicaSetSpecOptions;

  /**
   * @param scope construct that the ReplicaSet belongs to
   * @param id name of the ReplicaSet in its scope
   * @param props the ReplicaSet
   * @throws Error where its name is too long for the label of its Pods
   */
  public constructor(scope: Construct, id: string, props: ReplicaSetProps) {
    checkArguments('ReplicaSet', scope, id, props);
    const { metadata, pod, selector, ...spec } = props;
    super(scope, id, { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata, pod, selector });
    this.spec = spec;
  }

  /** @internal */
  protected _body(): ManifestBody {
    return { spec: { ...this.spec, selector: this.selector, template: this._template() } };
  }

  /** @internal */
  protected _replicas(): number | undefined {
    return this.spec.replicas;
  }
}

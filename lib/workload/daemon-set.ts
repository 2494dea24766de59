import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DaemonSetSpecOptions, LabelSelector } from '../k8s';
import { checkArguments } from '../options/check';
import type { PodTemplateProps } from '../pod/pod-template';
import type { ManifestBody } from './manifest-object';
import { TemplateWorkload } from './template-workload';

/** A DaemonSet by its Pod, and every field of a DaemonSetSpec under its own name. */
export interface DaemonSetProps extends DaemonSetSpecOptions {
  /**
   * Metadata of the DaemonSet.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /** The Pods. They restart their containers always: leave `restartPolicy` out. */
  readonly pod: PodTemplateProps;

  /**
   * Selection of the Pods; its `matchLabels` become labels of the Pods. It cannot be changed once the
   * DaemonSet exists: give it where some of the Pods' labels will change.
   *
   * @default - the labels in `pod.metadata`; without any, `app.kubernetes.io/name`: the DaemonSet's name
   * without cdk8s' hash
   */
  readonly selector?: LabelSelector;
}

/**
 * One Pod on every node, or on every node that its Pod may run on. Synth fails, with all findings listed,
 * where kube-apiserver would refuse it.
 */
export class DaemonSet extends TemplateWorkload {
  private readonly spec: DaemonSetSpecOptions;

  /**
   * @param scope construct that the DaemonSet belongs to
   * @param id name of the DaemonSet in its scope
   * @param props the DaemonSet
   * @throws Error where its name is too long for the label of its Pods
   */
  public constructor(scope: Construct, id: string, props: DaemonSetProps) {
    checkArguments('DaemonSet', scope, id, props);
    const { metadata, pod, selector, ...spec } = props;
    super(scope, id, { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, pod, selector });
    this.spec = spec;
  }

  /** @internal */
  protected _body(): ManifestBody {
    return { spec: { ...this.spec, selector: this.selector, template: this._template() } };
  }
}

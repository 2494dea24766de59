import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DeploymentSpecOptions, LabelSelector } from '../k8s';
import { checkArguments } from '../options/check';
import type { PodTemplateProps } from '../pod/pod-template';
import type { ManifestBody } from './manifest-object';
import { ScalableWorkload } from './scalable-workload';

/** A Deployment by its Pod, and every field of a DeploymentSpec under its own name. */
export interface DeploymentProps extends DeploymentSpecOptions {
  /**
   * Metadata of the Deployment.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /** The Pods. They restart their containers always: leave `restartPolicy` out. */
  readonly pod: PodTemplateProps;

  /**
   * Selection of the Pods; its `matchLabels` become labels of the Pods. It cannot be changed once the
   * Deployment exists: give it where some of the Pods' labels will change.
   *
   * @default - the labels in `pod.metadata`; without any, `app.kubernetes.io/name`: the Deployment's name
   * without cdk8s' hash
   */
  readonly selector?: LabelSelector;
}

/**
 * Pods that are all alike, and replaced step by step when they change. Synth fails, with all findings listed,
 * where kube-apiserver would refuse it.
 */
export class Deployment extends ScalableWorkload {
  private readonly spec: DeploymentSpecOptions;

  /**
   * @param scope construct that the Deployment belongs to
   * @param id name of the Deployment in its scope
   * @param props the Deployment
   * @throws Error where its name is too long for the label of its Pods
   */
  public constructor(scope: Construct, id: string, props: DeploymentProps) {
    checkArguments('Deployment', scope, id, props);
    const { metadata, pod, selector, ...spec } = props;
    super(scope, id, { apiVersion: 'apps/v1', kind: 'Deployment', metadata, pod, selector });
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

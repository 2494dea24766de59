import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JobSpecOptions } from '../k8s';
import { checkArguments } from '../options/check';
import type { PodTemplateProps } from '../pod/pod-template';
import { ending } from './ending-pod';
import type { ManifestBody } from './manifest-object';
import { TemplateWorkload } from './template-workload';

/** A Job by its Pod, and every field of a JobSpec under its own name. */
export interface JobProps extends JobSpecOptions {
  /**
   * Metadata of the Job.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The Pods. Their `restartPolicy` is `Never` unless you say `OnFailure`: a failed Pod stays, with its logs,
   * and another takes its place. Without labels of their own they get `app.kubernetes.io/name`: the Job's
   * name without cdk8s' hash. Helpers have to be native sidecars, as all patterns make them by default: the
   * Job would not complete.
   */
  readonly pod: PodTemplateProps;
}

/**
 * Pods that run until their work is done. Synth fails, with all findings listed, where kube-apiserver would
 * refuse it.
 */
export class Job extends TemplateWorkload {
  private readonly spec: JobSpecOptions;

  /**
   * @param scope construct that the Job belongs to
   * @param id name of the Job in its scope
   * @param props the Job
   * @throws Error where its name is too long for the label of its Pods
   */
  public constructor(scope: Construct, id: string, props: JobProps) {
    checkArguments('Job', scope, id, props);
    const { metadata, pod, ...spec } = props;
    super(scope, id, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      pod: ending(pod),
      selector: spec.selector,
    });
    this.spec = spec;
  }

  /** @internal */
  protected _body(): ManifestBody {
    return { spec: { ...this.spec, template: this._template() } };
  }
}

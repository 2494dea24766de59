import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CronJobSpecOptions, JobSpecOptions, JobTemplateSpec } from '../k8s';
import { checkArguments } from '../options/check';
import type { PodTemplateProps } from '../pod/pod-template';
import { ending } from './ending-pod';
import type { ManifestBody } from './manifest-object';
import { TemplateWorkload } from './template-workload';

/** The Jobs of a CronJob: every field of a JobSpec under its own name. */
export interface JobTemplateProps extends JobSpecOptions {
  /**
   * Metadata of the Jobs.
   *
   * @default - none
   */
  readonly metadata?: ApiObjectMetadata;
}

/** A CronJob by its Pod and its Jobs, and every field of a CronJobSpec under its own name. */
export interface CronJobProps extends CronJobSpecOptions {
  /**
   * Metadata of the CronJob.
   *
   * @default - a name that cdk8s makes
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The Jobs that it starts.
   *
   * @default - Jobs with nothing but the Pod
   */
  readonly job?: JobTemplateProps;

  /**
   * The Pods. Their `restartPolicy` is `Never` unless you say `OnFailure`: a failed Pod stays, with its logs,
   * and another takes its place. Without labels of their own they get `app.kubernetes.io/name`: the CronJob's
   * name without cdk8s' hash. Helpers have to be native sidecars, as all patterns make them by default: the
   * Jobs would not complete.
   */
  readonly pod: PodTemplateProps;
}

/**
 * Jobs that start at their times. Synth fails, with all findings listed, where kube-apiserver would refuse
 * it.
 */
export class CronJob extends TemplateWorkload {
  private readonly spec: CronJobSpecOptions;
  private readonly job: JobTemplateProps;

  /**
   * @param scope construct that the CronJob belongs to
   * @param id name of the CronJob in its scope
   * @param props the CronJob
   * @throws Error where its name is too long for the label of its Pods
   */
  public constructor(scope: Construct, id: string, props: CronJobProps) {
    checkArguments('CronJob', scope, id, props);
    const { metadata, job = {}, pod, ...spec } = props;
    super(scope, id, {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      pod: ending(pod),
      selector: job.selector,
    });
    this.spec = spec;
    this.job = job;
  }

  /** @internal */
  protected _body(): ManifestBody {
    return { spec: { ...this.spec, jobTemplate: this.jobTemplate() } };
  }

  private jobTemplate(): JobTemplateSpec {
    const { metadata, ...spec } = this.job;
    return { ...(metadata ? { metadata } : {}), spec: { ...spec, template: this._template() } };
  }
}

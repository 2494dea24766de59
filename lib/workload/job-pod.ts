import type { PodTemplateProps } from '../pod/pod-template';

/**
 * The Pod of a Job, which must set a restart policy other than `Always`.
 */
export const jobPod = (pod: PodTemplateProps): PodTemplateProps =>
  pod && { ...pod, restartPolicy: pod.restartPolicy ?? 'Never' };

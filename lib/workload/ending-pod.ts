import type { PodTemplateProps } from '../pod/pod-template';

/**
 * A Pod that ends: a Job has to say whether its containers are restarted, and takes any policy but `Always`.
 */
export const ending = (pod: PodTemplateProps): PodTemplateProps =>
  pod && { ...pod, restartPolicy: pod.restartPolicy ?? 'Never' };

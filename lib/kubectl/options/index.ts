export { KubectlAutoscaleOptions } from './autoscale';
export {
  KubectlAnnotateOptions,
  KubectlChangeOptions,
  KubectlLabelOptions,
  KubectlPatchOptions,
  KubectlSetEnvOptions,
  KubectlSetImageOptions,
  KubectlSetResourcesOptions,
  KubectlSetSubjectOptions,
} from './change';
export { KubectlCreateConfigMapOptions } from './create-config-map';
export { KubectlCreateDeploymentOptions } from './create-deployment';
export { KubectlCreateIngressOptions } from './create-ingress';
export { KubectlCreateCronJobOptions, KubectlCreateJobOptions } from './create-job';
export {
  KubectlCreatePodDisruptionBudgetOptions,
  KubectlCreatePriorityClassOptions,
  KubectlCreateQuotaOptions,
} from './create-policy';
export {
  KubectlCreateClusterRoleBindingOptions,
  KubectlCreateRoleBindingOptions,
  KubectlSubjectOptions,
} from './create-role-binding';
export { KubectlCreateClusterRoleOptions, KubectlCreateRoleOptions } from './create-role';
export {
  KubectlCreateSecretDockerRegistryOptions,
  KubectlCreateSecretGenericOptions,
  KubectlCreateSecretTlsOptions,
} from './create-secret';
export {
  KubectlCreateServiceClusterIpOptions,
  KubectlCreateServiceExternalNameOptions,
  KubectlCreateServiceNodePortOptions,
  KubectlCreateServiceOptions,
} from './create-service';
export { KubectlExposeOptions } from './expose';
export { KubectlCreateOptions, KubectlOptions } from './options';
export { KubectlRunOptions } from './run';

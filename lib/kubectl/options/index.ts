export { KubectlAnnotateOptions } from '../commands/annotate/options';
export { KubectlAutoscaleOptions } from '../commands/autoscale/options';
export { KubectlCreateClusterRoleOptions } from '../commands/create-clusterrole/options';
export { KubectlCreateClusterRoleBindingOptions } from '../commands/create-clusterrolebinding/options';
export { KubectlCreateConfigMapOptions } from '../commands/create-configmap/options';
export { KubectlCreateCronJobOptions } from '../commands/create-cronjob/options';
export { KubectlCreateDeploymentOptions } from '../commands/create-deployment/options';
export { KubectlCreateIngressOptions } from '../commands/create-ingress/options';
export { KubectlCreateJobOptions } from '../commands/create-job/options';
export { KubectlCreatePodDisruptionBudgetOptions } from '../commands/create-poddisruptionbudget/options';
export { KubectlCreatePriorityClassOptions } from '../commands/create-priorityclass/options';
export { KubectlCreateQuotaOptions } from '../commands/create-quota/options';
export { KubectlCreateRoleOptions } from '../commands/create-role/options';
export {
  KubectlCreateRoleBindingOptions,
  KubectlSubjectOptions,
} from '../commands/create-rolebinding/options';
export { KubectlCreateSecretDockerRegistryOptions } from '../commands/create-secret-docker-registry/options';
export { KubectlCreateSecretGenericOptions } from '../commands/create-secret-generic/options';
export { KubectlCreateSecretTlsOptions } from '../commands/create-secret-tls/options';
export { KubectlCreateServiceClusterIpOptions } from '../commands/create-service-clusterip/options';
export { KubectlCreateServiceExternalNameOptions } from '../commands/create-service-externalname/options';
export { KubectlCreateServiceOptions } from '../commands/create-service-loadbalancer/options';
export { KubectlCreateServiceNodePortOptions } from '../commands/create-service-nodeport/options';
export { KubectlExposeOptions } from '../commands/expose/options';
export { KubectlLabelOptions } from '../commands/label/options';
export { KubectlPatchOptions } from '../commands/patch/options';
export { KubectlRunOptions } from '../commands/run/options';
export { KubectlSetEnvOptions } from '../commands/set-env/options';
export { KubectlSetImageOptions } from '../commands/set-image/options';
export { KubectlSetResourcesOptions } from '../commands/set-resources/options';
export { KubectlSetSubjectOptions } from '../commands/set-subject/options';
export { KubectlChangeOptions, KubectlCreateOptions, KubectlOptions } from './shared';

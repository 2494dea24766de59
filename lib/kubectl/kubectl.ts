import { KubectlManifest } from './kubectl-manifest';
import { checkArguments } from '../options/check';
import type {
  KubectlAnnotateOptions,
  KubectlAutoscaleOptions,
  KubectlChangeOptions,
  KubectlCreateClusterRoleBindingOptions,
  KubectlCreateClusterRoleOptions,
  KubectlCreateConfigMapOptions,
  KubectlCreateCronJobOptions,
  KubectlCreateDeploymentOptions,
  KubectlCreateIngressOptions,
  KubectlCreateJobOptions,
  KubectlCreateOptions,
  KubectlCreatePodDisruptionBudgetOptions,
  KubectlCreatePriorityClassOptions,
  KubectlCreateQuotaOptions,
  KubectlCreateRoleBindingOptions,
  KubectlCreateRoleOptions,
  KubectlCreateSecretDockerRegistryOptions,
  KubectlCreateSecretGenericOptions,
  KubectlCreateSecretTlsOptions,
  KubectlCreateServiceClusterIpOptions,
  KubectlCreateServiceExternalNameOptions,
  KubectlCreateServiceNodePortOptions,
  KubectlCreateServiceOptions,
  KubectlExposeOptions,
  KubectlLabelOptions,
  KubectlPatchOptions,
  KubectlRunOptions,
  KubectlSetEnvOptions,
  KubectlSetImageOptions,
  KubectlSetResourcesOptions,
  KubectlSetSubjectOptions,
} from './options';

/** The generators are loaded on first use. */
const generator = () => require('./generate-from-options') as typeof import('./generate-from-options');

/** So are the commands that take a manifest. */
const inCode = () => require('./commands/in-code') as typeof import('./commands/in-code');

/**
 * The generators of kubectl, without a cluster: each method returns the manifest that kubectl prints with
 * `--dry-run=client`. Errors are thrown with kubectl's own messages.
 */
export class Kubectl {
  /**
   * Creates a Pod with one container: `kubectl run NAME --image=IMAGE`.
   *
   * @param name name of the Pod and its container
   * @param options flags of the command
   */
  public static run(name: string, options: KubectlRunOptions): KubectlManifest {
    checkArguments('Kubectl.run', name, options);
    return KubectlManifest._of(generator().generateFromOptions('run', name, options));
  }

  /**
   * Creates a Deployment: `kubectl create deployment NAME --image=IMAGE`.
   *
   * @param name name of the Deployment
   * @param options flags of the command
   */
  public static createDeployment(name: string, options: KubectlCreateDeploymentOptions): KubectlManifest {
    checkArguments('Kubectl.createDeployment', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create deployment', name, options));
  }

  /**
   * Creates a Namespace: `kubectl create namespace NAME`.
   *
   * @param name name of the Namespace
   * @param options flags of the command
   */
  public static createNamespace(name: string, options: KubectlCreateOptions = {}): KubectlManifest {
    checkArguments('Kubectl.createNamespace', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create namespace', name, options));
  }

  /**
   * Creates a ConfigMap from files and literals: `kubectl create configmap NAME`.
   *
   * @param name name of the ConfigMap
   * @param options flags of the command
   */
  public static createConfigMap(name: string, options: KubectlCreateConfigMapOptions = {}): KubectlManifest {
    checkArguments('Kubectl.createConfigMap', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create configmap', name, options));
  }

  /**
   * Creates a Job: `kubectl create job NAME --image=IMAGE`.
   *
   * @param name name of the Job
   * @param options flags of the command
   */
  public static createJob(name: string, options: KubectlCreateJobOptions): KubectlManifest {
    checkArguments('Kubectl.createJob', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create job', name, options));
  }

  /**
   * Creates a CronJob: `kubectl create cronjob NAME --image=IMAGE --schedule=SCHEDULE`.
   *
   * @param name name of the CronJob
   * @param options flags of the command
   */
  public static createCronJob(name: string, options: KubectlCreateCronJobOptions): KubectlManifest {
    checkArguments('Kubectl.createCronJob', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create cronjob', name, options));
  }

  /**
   * Creates a ServiceAccount: `kubectl create serviceaccount NAME`.
   *
   * @param name name of the ServiceAccount
   * @param options flags of the command
   */
  public static createServiceAccount(name: string, options: KubectlCreateOptions = {}): KubectlManifest {
    checkArguments('Kubectl.createServiceAccount', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create serviceaccount', name, options));
  }

  /**
   * Creates a PriorityClass: `kubectl create priorityclass NAME --value=VALUE`.
   *
   * @param name name of the PriorityClass
   * @param options flags of the command
   */
  public static createPriorityClass(
    name: string,
    options: KubectlCreatePriorityClassOptions = {},
  ): KubectlManifest {
    checkArguments('Kubectl.createPriorityClass', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create priorityclass', name, options));
  }

  /**
   * Creates a ResourceQuota: `kubectl create quota NAME --hard=RESOURCE=QUANTITY`.
   *
   * @param name name of the ResourceQuota
   * @param options flags of the command
   */
  public static createQuota(name: string, options: KubectlCreateQuotaOptions = {}): KubectlManifest {
    checkArguments('Kubectl.createQuota', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create quota', name, options));
  }

  /**
   * Creates a PodDisruptionBudget: `kubectl create poddisruptionbudget NAME --selector=SELECTOR`.
   *
   * @param name name of the PodDisruptionBudget
   * @param options flags of the command
   */
  public static createPodDisruptionBudget(
    name: string,
    options: KubectlCreatePodDisruptionBudgetOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createPodDisruptionBudget', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create poddisruptionbudget', name, options));
  }

  /**
   * Creates a Secret from files and literals: `kubectl create secret generic NAME`.
   *
   * @param name name of the Secret
   * @param options flags of the command
   */
  public static createSecretGeneric(
    name: string,
    options: KubectlCreateSecretGenericOptions = {},
  ): KubectlManifest {
    checkArguments('Kubectl.createSecretGeneric', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create secret generic', name, options));
  }

  /**
   * Creates a Secret with a TLS certificate and key: `kubectl create secret tls NAME --cert=FILE --key=FILE`.
   *
   * @param name name of the Secret
   * @param options flags of the command
   */
  public static createSecretTls(name: string, options: KubectlCreateSecretTlsOptions): KubectlManifest {
    checkArguments('Kubectl.createSecretTls', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create secret tls', name, options));
  }

  /**
   * Creates a Secret for an image registry: `kubectl create secret docker-registry NAME`.
   *
   * @param name name of the Secret
   * @param options flags of the command
   */
  public static createSecretDockerRegistry(
    name: string,
    options: KubectlCreateSecretDockerRegistryOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createSecretDockerRegistry', name, options);
    return KubectlManifest._of(
      generator().generateFromOptions('create secret docker-registry', name, options),
    );
  }

  /**
   * Creates a Role: `kubectl create role NAME --verb=VERB --resource=RESOURCE`.
   *
   * @param name name of the Role
   * @param options flags of the command
   */
  public static createRole(name: string, options: KubectlCreateRoleOptions): KubectlManifest {
    checkArguments('Kubectl.createRole', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create role', name, options));
  }

  /**
   * Creates a ClusterRole: `kubectl create clusterrole NAME --verb=VERB --resource=RESOURCE`.
   *
   * @param name name of the ClusterRole
   * @param options flags of the command
   */
  public static createClusterRole(name: string, options: KubectlCreateClusterRoleOptions): KubectlManifest {
    checkArguments('Kubectl.createClusterRole', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create clusterrole', name, options));
  }

  /**
   * Creates a RoleBinding: `kubectl create rolebinding NAME --role=NAME`.
   *
   * @param name name of the RoleBinding
   * @param options flags of the command
   */
  public static createRoleBinding(name: string, options: KubectlCreateRoleBindingOptions): KubectlManifest {
    checkArguments('Kubectl.createRoleBinding', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create rolebinding', name, options));
  }

  /**
   * Creates a ClusterRoleBinding: `kubectl create clusterrolebinding NAME --clusterrole=NAME`.
   *
   * @param name name of the ClusterRoleBinding
   * @param options flags of the command
   */
  public static createClusterRoleBinding(
    name: string,
    options: KubectlCreateClusterRoleBindingOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createClusterRoleBinding', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create clusterrolebinding', name, options));
  }

  /**
   * Creates a ClusterIP Service: `kubectl create service clusterip NAME --tcp=PORT`.
   *
   * @param name name of the Service
   * @param options flags of the command
   */
  public static createServiceClusterIP(
    name: string,
    options: KubectlCreateServiceClusterIpOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createServiceClusterIP', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create service clusterip', name, options));
  }

  /**
   * Creates a NodePort Service: `kubectl create service nodeport NAME --tcp=PORT`.
   *
   * @param name name of the Service
   * @param options flags of the command
   */
  public static createServiceNodePort(
    name: string,
    options: KubectlCreateServiceNodePortOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createServiceNodePort', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create service nodeport', name, options));
  }

  /**
   * Creates a LoadBalancer Service: `kubectl create service loadbalancer NAME --tcp=PORT`.
   *
   * @param name name of the Service
   * @param options flags of the command
   */
  public static createServiceLoadBalancer(
    name: string,
    options: KubectlCreateServiceOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createServiceLoadBalancer', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create service loadbalancer', name, options));
  }

  /**
   * Creates an ExternalName Service: `kubectl create service externalname NAME --external-name=NAME`.
   *
   * @param name name of the Service
   * @param options flags of the command
   */
  public static createServiceExternalName(
    name: string,
    options: KubectlCreateServiceExternalNameOptions,
  ): KubectlManifest {
    checkArguments('Kubectl.createServiceExternalName', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create service externalname', name, options));
  }

  /**
   * Creates an Ingress: `kubectl create ingress NAME --rule=HOST/PATH=SERVICE:PORT`.
   *
   * @param name name of the Ingress
   * @param options flags of the command
   */
  public static createIngress(name: string, options: KubectlCreateIngressOptions): KubectlManifest {
    checkArguments('Kubectl.createIngress', name, options);
    return KubectlManifest._of(generator().generateFromOptions('create ingress', name, options));
  }

  /**
   * Creates a Job from a CronJob: `kubectl create job NAME --from=cronjob/NAME`.
   *
   * @param name name of the Job
   * @param cronJob manifest of the CronJob, a plain object
   * @param options flags of the command
   */
  public static createJobFrom(
    name: string,
    cronJob: any,
    options: KubectlCreateOptions = {},
  ): KubectlManifest {
    checkArguments('Kubectl.createJobFrom', name, cronJob, options);
    return KubectlManifest._of(inCode().createJobFrom(name, cronJob, options));
  }

  /**
   * Creates a Service that exposes an object: `kubectl expose -f FILE --port=PORT`.
   *
   * @param manifest Pod, Deployment, ReplicaSet, ReplicationController or Service, a plain object
   * @param options flags of the command
   */
  public static expose(manifest: any, options: KubectlExposeOptions = {}): KubectlManifest {
    checkArguments('Kubectl.expose', manifest, options);
    return KubectlManifest._of(inCode().expose(manifest, options));
  }

  /**
   * Creates a HorizontalPodAutoscaler for an object: `kubectl autoscale -f FILE --max=NUMBER`.
   *
   * @param manifest Deployment, ReplicaSet, StatefulSet or ReplicationController, a plain object
   * @param options flags of the command
   */
  public static autoscale(manifest: any, options: KubectlAutoscaleOptions): KubectlManifest {
    checkArguments('Kubectl.autoscale', manifest, options);
    return KubectlManifest._of(inCode().autoscale(manifest, options));
  }

  /**
   * Sets images in a manifest: `kubectl set image --local -f FILE CONTAINER=IMAGE`.
   *
   * @param manifest Pod or workload, a plain object
   * @param options images by container
   */
  public static setImage(manifest: any, options: KubectlSetImageOptions): KubectlManifest {
    checkArguments('Kubectl.setImage', manifest, options);
    return KubectlManifest._of(inCode().setImage(manifest, options));
  }

  /**
   * Sets environment variables in a manifest: `kubectl set env --local -f FILE NAME=VALUE NAME-`.
   *
   * @param manifest Pod or workload, a plain object
   * @param options variables to set and to remove
   */
  public static setEnv(manifest: any, options: KubectlSetEnvOptions): KubectlManifest {
    checkArguments('Kubectl.setEnv', manifest, options);
    return KubectlManifest._of(inCode().setEnv(manifest, options));
  }

  /**
   * Sets limits and requests in a manifest: `kubectl set resources --local -f FILE --limits=LIMITS`.
   *
   * @param manifest Pod or workload, a plain object
   * @param options amounts to set
   */
  public static setResources(manifest: any, options: KubectlSetResourcesOptions): KubectlManifest {
    checkArguments('Kubectl.setResources', manifest, options);
    return KubectlManifest._of(inCode().setResources(manifest, options));
  }

  /**
   * Sets the service account in a manifest: `kubectl set serviceaccount --local -f FILE NAME`.
   *
   * @param manifest Pod or workload, a plain object
   * @param name name of the service account
   * @param options version to follow
   */
  public static setServiceAccount(
    manifest: any,
    name: string,
    options: KubectlChangeOptions = {},
  ): KubectlManifest {
    checkArguments('Kubectl.setServiceAccount', manifest, name, options);
    return KubectlManifest._of(inCode().setServiceAccount(manifest, name, options));
  }

  /**
   * Sets the selector of a Service: `kubectl set selector --local -f FILE SELECTOR`.
   *
   * @param manifest Service, a plain object
   * @param selector labels as `key=value`, separated by commas
   * @param options version to follow
   */
  public static setSelector(
    manifest: any,
    selector: string,
    options: KubectlChangeOptions = {},
  ): KubectlManifest {
    checkArguments('Kubectl.setSelector', manifest, selector, options);
    return KubectlManifest._of(inCode().setSelector(manifest, selector, options));
  }

  /**
   * Adds users, groups and service accounts to a role binding: `kubectl set subject --local -f FILE
   * --user=NAME`.
   *
   * @param manifest RoleBinding or ClusterRoleBinding, a plain object
   * @param options who is bound
   */
  public static setSubject(manifest: any, options: KubectlSetSubjectOptions): KubectlManifest {
    checkArguments('Kubectl.setSubject', manifest, options);
    return KubectlManifest._of(inCode().setSubject(manifest, options));
  }

  /**
   * Sets or removes labels in a manifest: `kubectl label --local -f FILE KEY=VALUE KEY-`.
   *
   * @param manifest manifest of any kind, a plain object
   * @param options labels to set and to remove
   */
  public static label(manifest: any, options: KubectlLabelOptions): KubectlManifest {
    checkArguments('Kubectl.label', manifest, options);
    return KubectlManifest._of(inCode().label(manifest, options));
  }

  /**
   * Sets or removes annotations in a manifest: `kubectl annotate --local -f FILE KEY=VALUE KEY-`.
   *
   * @param manifest manifest of any kind, a plain object
   * @param options annotations to set and to remove
   */
  public static annotate(manifest: any, options: KubectlAnnotateOptions): KubectlManifest {
    checkArguments('Kubectl.annotate', manifest, options);
    return KubectlManifest._of(inCode().annotate(manifest, options));
  }

  /**
   * Applies a patch to a manifest: `kubectl patch --local -f FILE --patch=PATCH`.
   *
   * @param manifest manifest of any kind, a plain object
   * @param patch the patch: a plain object or list, or a JSON or YAML string
   * @param options type of the patch
   */
  public static patch(manifest: any, patch: any, options: KubectlPatchOptions = {}): KubectlManifest {
    checkArguments('Kubectl.patch', manifest, patch, options);
    return KubectlManifest._of(inCode().patch(manifest, patch, options));
  }

  private constructor() {}
}

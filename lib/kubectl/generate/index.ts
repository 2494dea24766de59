import { CREATE_CONFIG_MAP } from './create-config-map';
import { CREATE_DEPLOYMENT } from './create-deployment';
import { CREATE_INGRESS } from './create-ingress';
import { CREATE_CRON_JOB, CREATE_JOB } from './create-job';
import { CREATE_NAMESPACE } from './create-namespace';
import { CREATE_POD_DISRUPTION_BUDGET } from './create-pod-disruption-budget';
import { CREATE_PRIORITY_CLASS } from './create-priority-class';
import { CREATE_QUOTA } from './create-quota';
import { CREATE_CLUSTER_ROLE, CREATE_ROLE } from './create-role';
import { CREATE_CLUSTER_ROLE_BINDING, CREATE_ROLE_BINDING } from './create-role-binding';
import { CREATE_SECRET_DOCKER_REGISTRY } from './create-secret-docker-registry';
import { CREATE_SECRET_GENERIC } from './create-secret-generic';
import { CREATE_SECRET_TLS } from './create-secret-tls';
import {
  CREATE_SERVICE_CLUSTER_IP,
  CREATE_SERVICE_EXTERNAL_NAME,
  CREATE_SERVICE_LOAD_BALANCER,
  CREATE_SERVICE_NODE_PORT,
} from './create-service';
import { CREATE_SERVICE_ACCOUNT } from './create-service-account';
import type { Generator } from './generator';
import { RUN } from './run';

/** The generators that make an object of a name and flags, by what they are called in code. */
export const GENERATORS = {
  run: RUN,
  createDeployment: CREATE_DEPLOYMENT,
  createNamespace: CREATE_NAMESPACE,
  createConfigMap: CREATE_CONFIG_MAP,
  createJob: CREATE_JOB,
  createCronJob: CREATE_CRON_JOB,
  createServiceAccount: CREATE_SERVICE_ACCOUNT,
  createPriorityClass: CREATE_PRIORITY_CLASS,
  createQuota: CREATE_QUOTA,
  createPodDisruptionBudget: CREATE_POD_DISRUPTION_BUDGET,
  createSecretGeneric: CREATE_SECRET_GENERIC,
  createSecretTls: CREATE_SECRET_TLS,
  createSecretDockerRegistry: CREATE_SECRET_DOCKER_REGISTRY,
  createRole: CREATE_ROLE,
  createClusterRole: CREATE_CLUSTER_ROLE,
  createRoleBinding: CREATE_ROLE_BINDING,
  createClusterRoleBinding: CREATE_CLUSTER_ROLE_BINDING,
  createServiceClusterIP: CREATE_SERVICE_CLUSTER_IP,
  createServiceNodePort: CREATE_SERVICE_NODE_PORT,
  createServiceLoadBalancer: CREATE_SERVICE_LOAD_BALANCER,
  createServiceExternalName: CREATE_SERVICE_EXTERNAL_NAME,
  createIngress: CREATE_INGRESS,
} satisfies { readonly [name: string]: Generator<any> };

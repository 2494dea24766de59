import { ANNOTATE } from './annotate/command';
import { APPLY } from './apply/command';
import { AUTOSCALE } from './autoscale/command';
import type { Command } from './command';
import { CREATE } from './create/command';
import { CREATE_CLUSTER_ROLE } from './create-clusterrole/command';
import { CREATE_CLUSTER_ROLE_BINDING } from './create-clusterrolebinding/command';
import { CREATE_CONFIG_MAP } from './create-configmap/command';
import { CREATE_CRON_JOB } from './create-cronjob/command';
import { CREATE_DEPLOYMENT } from './create-deployment/command';
import { CREATE_INGRESS } from './create-ingress/command';
import { CREATE_JOB } from './create-job/command';
import { CREATE_NAMESPACE } from './create-namespace/command';
import { CREATE_POD_DISRUPTION_BUDGET } from './create-poddisruptionbudget/command';
import { CREATE_PRIORITY_CLASS } from './create-priorityclass/command';
import { CREATE_QUOTA } from './create-quota/command';
import { CREATE_ROLE } from './create-role/command';
import { CREATE_ROLE_BINDING } from './create-rolebinding/command';
import { CREATE_SECRET } from './create-secret/command';
import { CREATE_SECRET_DOCKER_REGISTRY } from './create-secret-docker-registry/command';
import { CREATE_SECRET_GENERIC } from './create-secret-generic/command';
import { CREATE_SECRET_TLS } from './create-secret-tls/command';
import { CREATE_SERVICE } from './create-service/command';
import { CREATE_SERVICE_CLUSTER_IP } from './create-service-clusterip/command';
import { CREATE_SERVICE_EXTERNAL_NAME } from './create-service-externalname/command';
import { CREATE_SERVICE_LOAD_BALANCER } from './create-service-loadbalancer/command';
import { CREATE_SERVICE_NODE_PORT } from './create-service-nodeport/command';
import { CREATE_SERVICE_ACCOUNT } from './create-serviceaccount/command';
import { EXPLAIN } from './explain/command';
import { EXPOSE } from './expose/command';
import { LABEL } from './label/command';
import { PATCH } from './patch/command';
import { RUN } from './run/command';
import { SET } from './set/command';
import { SET_ENV } from './set-env/command';
import { SET_IMAGE } from './set-image/command';
import { SET_RESOURCES } from './set-resources/command';
import { SET_SELECTOR } from './set-selector/command';
import { SET_SERVICE_ACCOUNT } from './set-serviceaccount/command';
import { SET_SUBJECT } from './set-subject/command';

/** The commands by name, in the order of help: a parent, then its subcommands in kubectl's order. */
export const COMMANDS = {
  annotate: ANNOTATE,
  apply: APPLY,
  autoscale: AUTOSCALE,
  create: CREATE,
  'create namespace': CREATE_NAMESPACE,
  'create quota': CREATE_QUOTA,
  'create secret': CREATE_SECRET,
  'create secret docker-registry': CREATE_SECRET_DOCKER_REGISTRY,
  'create secret tls': CREATE_SECRET_TLS,
  'create secret generic': CREATE_SECRET_GENERIC,
  'create configmap': CREATE_CONFIG_MAP,
  'create serviceaccount': CREATE_SERVICE_ACCOUNT,
  'create service': CREATE_SERVICE,
  'create service clusterip': CREATE_SERVICE_CLUSTER_IP,
  'create service nodeport': CREATE_SERVICE_NODE_PORT,
  'create service loadbalancer': CREATE_SERVICE_LOAD_BALANCER,
  'create service externalname': CREATE_SERVICE_EXTERNAL_NAME,
  'create deployment': CREATE_DEPLOYMENT,
  'create clusterrole': CREATE_CLUSTER_ROLE,
  'create clusterrolebinding': CREATE_CLUSTER_ROLE_BINDING,
  'create role': CREATE_ROLE,
  'create rolebinding': CREATE_ROLE_BINDING,
  'create poddisruptionbudget': CREATE_POD_DISRUPTION_BUDGET,
  'create priorityclass': CREATE_PRIORITY_CLASS,
  'create job': CREATE_JOB,
  'create cronjob': CREATE_CRON_JOB,
  'create ingress': CREATE_INGRESS,
  explain: EXPLAIN,
  expose: EXPOSE,
  label: LABEL,
  patch: PATCH,
  run: RUN,
  set: SET,
  'set env': SET_ENV,
  'set image': SET_IMAGE,
  'set resources': SET_RESOURCES,
  'set selector': SET_SELECTOR,
  'set serviceaccount': SET_SERVICE_ACCOUNT,
  'set subject': SET_SUBJECT,
} satisfies { readonly [name: string]: Command };

type Commands = typeof COMMANDS;

type NamesOf<Form extends Command['form']> = {
  [Name in keyof Commands]: Commands[Name] extends { readonly form: Form } ? Name : never;
}[keyof Commands];

/** Names of the commands that make an object. */
export type GeneratorName = NamesOf<'generator'>;

/** Names of the commands that read manifests. */
export type FileCommandName = NamesOf<'files'>;

import { CREATE_FILES_FLAGS } from '../../../kubectl/flags/files';
import { CREATE_CONFIG_MAP } from '../../../kubectl/generate/create-config-map';
import { CREATE_DEPLOYMENT } from '../../../kubectl/generate/create-deployment';
import { CREATE_INGRESS } from '../../../kubectl/generate/create-ingress';
import { CREATE_CRON_JOB, CREATE_JOB } from '../../../kubectl/generate/create-job';
import { CREATE_NAMESPACE } from '../../../kubectl/generate/create-namespace';
import { CREATE_POD_DISRUPTION_BUDGET } from '../../../kubectl/generate/create-pod-disruption-budget';
import { CREATE_PRIORITY_CLASS } from '../../../kubectl/generate/create-priority-class';
import { CREATE_QUOTA } from '../../../kubectl/generate/create-quota';
import { CREATE_CLUSTER_ROLE, CREATE_ROLE } from '../../../kubectl/generate/create-role';
import {
  CREATE_CLUSTER_ROLE_BINDING,
  CREATE_ROLE_BINDING,
} from '../../../kubectl/generate/create-role-binding';
import { CREATE_SERVICE_ACCOUNT } from '../../../kubectl/generate/create-service-account';
import { type Command, command } from '../command';
import { createObject } from '../create-object';
import { CREATE_SECRET_COMMAND } from './create-secret';
import { CREATE_SERVICE_COMMAND } from './create-service';

/** In kubectl's order. */
const GENERATORS: readonly Command[] = [
  createObject({
    name: 'namespace',
    aliases: ['ns'],
    summary: 'a Namespace',
    usage: 'NAME',
    generator: CREATE_NAMESPACE,
  }),
  createObject({
    name: 'quota',
    aliases: ['resourcequota'],
    summary: 'a ResourceQuota',
    usage: 'NAME [--hard=RESOURCE=QUANTITY,...]',
    generator: CREATE_QUOTA,
    failure: 'failed to create quota',
  }),
  CREATE_SECRET_COMMAND,
  createObject({
    name: 'configmap',
    aliases: ['cm'],
    summary: 'a ConfigMap of files and literals',
    usage: 'NAME [--from-file=[KEY=]FILE] [--from-literal=KEY=VALUE]',
    generator: CREATE_CONFIG_MAP,
    failure: 'failed to create configmap',
  }),
  createObject({
    name: 'serviceaccount',
    aliases: ['sa'],
    summary: 'a ServiceAccount',
    usage: 'NAME',
    generator: CREATE_SERVICE_ACCOUNT,
    failure: 'failed to create serviceaccount',
  }),
  CREATE_SERVICE_COMMAND,
  createObject({
    name: 'deployment',
    aliases: ['deploy'],
    summary: 'a Deployment',
    usage: 'NAME --image=IMAGE [options] [-- COMMAND...]',
    generator: CREATE_DEPLOYMENT,
    failure: 'failed to create deployment',
  }),
  createObject({
    name: 'clusterrole',
    summary: 'a ClusterRole',
    usage: 'NAME --verb=VERB --resource=RESOURCE.GROUP [options]',
    generator: CREATE_CLUSTER_ROLE,
  }),
  createObject({
    name: 'clusterrolebinding',
    summary: 'a ClusterRoleBinding',
    usage: 'NAME --clusterrole=NAME [options]',
    generator: CREATE_CLUSTER_ROLE_BINDING,
    failure: 'failed to create clusterrolebinding',
  }),
  createObject({
    name: 'role',
    summary: 'a Role',
    usage: 'NAME --verb=VERB --resource=RESOURCE.GROUP [options]',
    generator: CREATE_ROLE,
  }),
  createObject({
    name: 'rolebinding',
    summary: 'a RoleBinding',
    usage: 'NAME --clusterrole=NAME|--role=NAME [options]',
    generator: CREATE_ROLE_BINDING,
    failure: 'failed to create rolebinding',
  }),
  createObject({
    name: 'poddisruptionbudget',
    aliases: ['pdb'],
    summary: 'a PodDisruptionBudget',
    usage: 'NAME --selector=SELECTOR --min-available=N',
    generator: CREATE_POD_DISRUPTION_BUDGET,
    failure: 'failed to create poddisruptionbudgets',
  }),
  createObject({
    name: 'priorityclass',
    aliases: ['pc'],
    summary: 'a PriorityClass',
    usage: 'NAME --value=VALUE [options]',
    generator: CREATE_PRIORITY_CLASS,
    failure: 'failed to create priorityclass',
  }),
  createObject({
    name: 'job',
    summary: 'a Job',
    usage: 'NAME --image=IMAGE [-- COMMAND...]',
    generator: CREATE_JOB,
    failure: 'failed to create job',
  }),
  createObject({
    name: 'cronjob',
    aliases: ['cj'],
    summary: 'a CronJob',
    usage: "NAME --image=IMAGE --schedule='0/5 * * * ?' [-- COMMAND...]",
    generator: CREATE_CRON_JOB,
    failure: 'failed to create cronjob',
  }),
  createObject({
    name: 'ingress',
    aliases: ['ing'],
    summary: 'an Ingress',
    usage: 'NAME --rule=HOST/PATH=SERVICE:PORT[,tls[=SECRET]]',
    generator: CREATE_INGRESS,
    failure: 'failed to create ingress',
  }),
];

/** kubectl create: from a file, or by one of its generators. */
export const CREATE_COMMAND = command<typeof CREATE_FILES_FLAGS>({
  name: 'create',
  summary: 'objects of files, or one of flags',
  usage: '-f FILE [options]',
  flags: CREATE_FILES_FLAGS,
  subcommands: GENERATORS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.create()(invocation),
});

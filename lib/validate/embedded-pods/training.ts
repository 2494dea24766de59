import type { RuleId } from '../rule-ids';
import { type EmbeddedPod, kinds, NEVER, ON_FAILURE } from './embedded-pod';

const TRAINING = 'kubeflow/training-operator v1.8.1 pkg/apis/kubeflow.org/v1/';
const RAY = 'kuberay/ray-operator v1.5.0 apis/ray/v1/';

const replicas = (kind: string, field: string, versions: readonly string[] = ['v1']): EmbeddedPod => ({
  source: `${TRAINING}${kind === 'JAXJob' ? 'jax_types.go' : 'common_types.go'}`,
  kinds: kinds('kubeflow.org', versions, kind),
  at: [`spec.${field}[*].template`],
  type: 'PodTemplateSpec',
  defaults: NEVER,
  addsVolumes: true,
});

/** KubeRay puts the command into one that starts Ray. */
const RAY_COMMAND: readonly RuleId[] = [
  'command-one-string',
  'shell-arguments',
  'container-ends',
  'stop-signal',
  'variable-not-expanded',
];

/** Kinds with the Pods of jobs that train models, or run on many machines. */
export const TRAINING_PODS: readonly EmbeddedPod[] = [
  replicas('PyTorchJob', 'pytorchReplicaSpecs'),
  replicas('TFJob', 'tfReplicaSpecs'),
  replicas('MPIJob', 'mpiReplicaSpecs', ['v1', 'v2beta1']),
  replicas('MXJob', 'mxReplicaSpecs'),
  replicas('XGBoostJob', 'xgbReplicaSpecs'),
  replicas('PaddleJob', 'paddleReplicaSpecs'),
  replicas('JAXJob', 'jaxReplicaSpecs'),
  {
    source: 'kubeflow/kubeflow v1.10 components/notebook-controller/api/v1/notebook_types.go',
    kinds: kinds('kubeflow.org', ['v1', 'v1beta1', 'v1alpha1'], 'Notebook'),
    at: ['spec.template.spec'],
    type: 'PodSpec',
    runsAs: 'StatefulSet',
  },
  {
    source: 'jobset v0.10.1 api/jobset/v1alpha2/jobset_types.go, pkg/webhooks/jobset_webhook.go',
    kinds: kinds('jobset.x-k8s.io', ['v1alpha2'], 'JobSet'),
    at: ['spec.replicatedJobs[*].template'],
    type: 'JobTemplateSpec',
    defaults: { ...ON_FAILURE, job: { completionMode: 'Indexed' } },
    addsVolumes: true,
  },
  {
    source: 'lws v0.7.0 api/leaderworkerset/v1/leaderworkerset_types.go',
    kinds: kinds('leaderworkerset.x-k8s.io', ['v1'], 'LeaderWorkerSet'),
    at: ['spec.leaderWorkerTemplate.leaderTemplate', 'spec.leaderWorkerTemplate.workerTemplate'],
    type: 'PodTemplateSpec',
    runsAs: 'StatefulSet',
    claims: 'spec.leaderWorkerTemplate.volumeClaimTemplates',
  },
  {
    source:
      'volcano.sh/apis v1.11.0 pkg/apis/batch/v1alpha1/job.go, pkg/apis/flow/v1alpha1/jobtemplate_types.go',
    kinds: [
      ...kinds('batch.volcano.sh', ['v1alpha1'], 'Job'),
      ...kinds('flow.volcano.sh', ['v1alpha1'], 'JobTemplate'),
    ],
    at: ['spec.tasks[*].template'],
    type: 'PodTemplateSpec',
    addsVolumes: true,
  },
  {
    source: 'volcano v1.13 staging/src/volcano.sh/apis/pkg/apis/batch/v1alpha1/cronjob.go',
    kinds: kinds('batch.volcano.sh', ['v1alpha1'], 'CronJob'),
    at: ['spec.jobTemplate.spec.tasks[*].template'],
    type: 'PodTemplateSpec',
    addsVolumes: true,
  },
  {
    source: `${RAY}raycluster_types.go`,
    kinds: kinds('ray.io', ['v1', 'v1alpha1'], 'RayCluster'),
    at: ['spec.headGroupSpec.template', 'spec.workerGroupSpecs[*].template'],
    type: 'PodTemplateSpec',
    addsVolumes: true,
    ignores: RAY_COMMAND,
  },
  {
    source: `${RAY}rayjob_types.go`,
    kinds: kinds('ray.io', ['v1', 'v1alpha1'], 'RayJob'),
    at: [
      'spec.rayClusterSpec.headGroupSpec.template',
      'spec.rayClusterSpec.workerGroupSpecs[*].template',
      'spec.submitterPodTemplate',
    ],
    type: 'PodTemplateSpec',
    defaults: NEVER,
    addsVolumes: true,
    ignores: RAY_COMMAND,
  },
  {
    source: `${RAY}rayservice_types.go`,
    kinds: kinds('ray.io', ['v1', 'v1alpha1'], 'RayService'),
    at: [
      'spec.rayClusterConfig.headGroupSpec.template',
      'spec.rayClusterConfig.workerGroupSpecs[*].template',
    ],
    type: 'PodTemplateSpec',
    addsVolumes: true,
    ignores: RAY_COMMAND,
  },
];

import { type EmbeddedPod, kinds, type PodDefaults } from './embedded-pod';

const NEVER: PodDefaults = { spec: { restartPolicy: 'Never' } };
const ON_FAILURE: PodDefaults = { spec: { restartPolicy: 'OnFailure' } };

const argo = (...names: readonly string[]) => kinds('argoproj.io', ['v1alpha1'], ...names);

const ROLLOUTS = 'argo-rollouts v1.10.2 pkg/apis/rollouts/v1alpha1/';
const WORKFLOWS = 'argo-workflows v3.6.10 pkg/apis/workflow/v1alpha1/workflow_types.go';
const KNATIVE = 'knative.dev/serving v0.51.0 pkg/apis/serving/v1/revision_types.go';
const KRUISE = 'kruise-api v1.8.0 apps/';
const TRAINING = 'kubeflow/training-operator v1.8.1 pkg/apis/kubeflow.org/v1/';
const RAY = 'kuberay/ray-operator v1.5.0 apis/ray/v1/';

/** Templates of a Workflow, in all kinds that have some. */
const WORKFLOW_KINDS: readonly (readonly [kinds: readonly string[], at: string])[] = [
  [argo('Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'), 'spec'],
  [argo('CronWorkflow'), 'spec.workflowSpec'],
];

const inWorkflows = (
  at: readonly string[],
  extra: readonly string[],
  more: Partial<EmbeddedPod> = {},
): readonly EmbeddedPod[] =>
  WORKFLOW_KINDS.map(([names, spec]) => ({
    source: WORKFLOWS,
    kinds: names,
    at: at.map((path) => `${spec}.${path}`),
    type: 'Container',
    extra,
    defaults: { ...NEVER, container: { name: 'main' } },
    addsVolumes: true,
    placeholder: '{{',
    ...more,
  }));

const replicas = (kind: string, field: string, versions: readonly string[] = ['v1']): EmbeddedPod => ({
  source: `${TRAINING}${kind === 'JAXJob' ? 'jax_types.go' : 'common_types.go'}`,
  kinds: kinds('kubeflow.org', versions, kind),
  at: [`spec.${field}[*].template`],
  type: 'PodTemplateSpec',
  defaults: NEVER,
  addsVolumes: true,
});

/** Kinds of well-known projects that have whole Pods, as their Go types declare them and their controllers use them. */
export const WHOLE_PODS: readonly EmbeddedPod[] = [
  {
    source: `${ROLLOUTS}types.go`,
    kinds: argo('Rollout'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    runsAs: 'ReplicaSet',
  },
  {
    source: `${ROLLOUTS}experiment_types.go`,
    kinds: argo('Experiment'),
    at: ['spec.templates[*].template'],
    type: 'PodTemplateSpec',
    runsAs: 'ReplicaSet',
  },
  {
    source: `${ROLLOUTS}analysis_types.go`,
    kinds: argo('AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun'),
    at: ['spec.metrics[*].provider.job.spec'],
    type: 'JobSpec',
    placeholder: '{{',
  },
  ...inWorkflows(['templates[*].container', 'templateDefaults.container'], [], { optional: ['image'] }),
  ...inWorkflows(['templates[*].script', 'templateDefaults.script'], ['source'], { optional: ['image'] }),
  ...inWorkflows(['templates[*].sidecars[*]', 'templates[*].initContainers[*]'], ['mirrorVolumeMounts']),
  ...inWorkflows(['templates[*].containerSet.containers[*]'], ['dependencies']),
  {
    source: KNATIVE,
    kinds: kinds('serving.knative.dev', ['v1'], 'Service', 'Configuration'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    extra: [
      'spec.containerConcurrency',
      'spec.timeoutSeconds',
      'spec.responseStartTimeoutSeconds',
      'spec.idleTimeoutSeconds',
    ],
    defaults: { container: { name: 'user-container' } },
    optional: ['httpGet.port', 'tcpSocket.port', 'grpc.port', 'containerPort', 'readinessProbe'],
  },
  {
    source: KNATIVE,
    kinds: kinds('serving.knative.dev', ['v1'], 'Revision'),
    at: ['spec'],
    type: 'PodSpec',
    extra: ['containerConcurrency', 'timeoutSeconds', 'responseStartTimeoutSeconds', 'idleTimeoutSeconds'],
    defaults: { container: { name: 'user-container' } },
    optional: ['httpGet.port', 'tcpSocket.port', 'grpc.port', 'containerPort', 'readinessProbe'],
  },
  {
    source: 'kedacore/keda v2.21.0 apis/keda/v1alpha1/scaledjob_types.go, pkg/scaling/executor/scale_jobs.go',
    kinds: kinds('keda.sh', ['v1alpha1'], 'ScaledJob'),
    at: ['spec.jobTargetRef'],
    type: 'JobSpec',
    defaults: ON_FAILURE,
  },
  {
    source: `${KRUISE}v1alpha1/cloneset_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'CloneSet'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    runsAs: 'ReplicaSet',
    claims: 'spec.volumeClaimTemplates',
  },
  {
    source: `${KRUISE}v1beta1/statefulset_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'StatefulSet'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    runsAs: 'StatefulSet',
    claims: 'spec.volumeClaimTemplates',
  },
  {
    source: `${KRUISE}v1alpha1/daemonset_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'DaemonSet'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    runsAs: 'DaemonSet',
  },
  {
    source: `${KRUISE}v1alpha1/broadcastjob_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'BroadcastJob'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    defaults: NEVER,
  },
  {
    source: `${KRUISE}v1alpha1/advancedcronjob_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'AdvancedCronJob'),
    at: ['spec.template.jobTemplate'],
    type: 'JobTemplateSpec',
  },
  {
    source: `${KRUISE}v1alpha1/advancedcronjob_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'AdvancedCronJob'),
    at: ['spec.template.broadcastJobTemplate.spec.template'],
    type: 'PodTemplateSpec',
    defaults: NEVER,
  },
  {
    source: `${KRUISE}v1alpha1/uniteddeployment_types.go`,
    kinds: kinds('apps.kruise.io', ['v1alpha1', 'v1beta1'], 'UnitedDeployment'),
    at: [
      'spec.template.statefulSetTemplate.spec.template',
      'spec.template.advancedStatefulSetTemplate.spec.template',
      'spec.template.cloneSetTemplate.spec.template',
      'spec.template.deploymentTemplate.spec.template',
    ],
    type: 'PodTemplateSpec',
    runsAs: 'ReplicaSet',
    addsVolumes: true,
  },
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
  },
  {
    source: 'agones pkg/apis/agones/v1/gameserver.go',
    kinds: kinds('agones.dev', ['v1'], 'GameServer'),
    at: ['spec.template'],
    type: 'PodTemplateSpec',
    defaults: NEVER,
    addsVolumes: true,
  },
  {
    source: 'agones pkg/apis/agones/v1/fleet.go, gameserverset.go',
    kinds: kinds('agones.dev', ['v1'], 'Fleet', 'GameServerSet'),
    at: ['spec.template.spec.template'],
    type: 'PodTemplateSpec',
    defaults: NEVER,
    addsVolumes: true,
  },
  {
    source: 'agent-sandbox v0.1.0 api/v1alpha1/sandbox_types.go',
    kinds: kinds('agents.x-k8s.io', ['v1alpha1'], 'Sandbox'),
    at: ['spec.podTemplate'],
    type: 'PodTemplateSpec',
    claims: 'spec.volumeClaimTemplates',
  },
  {
    source: 'agent-sandbox v0.1.0 extensions/api/v1alpha1/sandboxtemplate_types.go',
    kinds: kinds('extensions.agents.x-k8s.io', ['v1alpha1'], 'SandboxTemplate'),
    at: ['spec.podTemplate'],
    type: 'PodTemplateSpec',
    addsVolumes: true,
  },
  {
    source:
      'strimzi-kafka-operator api/src/main/java/io/strimzi/api/kafka/model/podset/StrimziPodSetSpec.java',
    kinds: kinds('core.strimzi.io', ['v1beta2', 'v1'], 'StrimziPodSet'),
    at: ['spec.pods[*]'],
    type: 'Pod',
  },
];

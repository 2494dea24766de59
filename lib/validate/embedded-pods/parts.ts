import { type EmbeddedPod, kinds } from './embedded-pod';

const TEKTON = 'tektoncd/pipeline v1.0.0 pkg/apis/pipeline/v1/container_types.go';
const SPARK = 'spark-operator v2.2.1 api/v1beta2/sparkapplication_types.go';
const ECK = 'cloud-on-k8s v3.5.0 pkg/apis/';

const TASKS: readonly (readonly [kinds: readonly string[], at: string])[] = [
  [kinds('tekton.dev', ['v1', 'v1beta1'], 'Task'), 'spec'],
  [kinds('tekton.dev', ['v1beta1'], 'ClusterTask'), 'spec'],
  [kinds('tekton.dev', ['v1', 'v1beta1'], 'TaskRun'), 'spec.taskSpec'],
  [kinds('tekton.dev', ['v1', 'v1beta1'], 'Pipeline'), 'spec.tasks[*].taskSpec'],
  [kinds('tekton.dev', ['v1', 'v1beta1'], 'Pipeline'), 'spec.finally[*].taskSpec'],
  [kinds('tekton.dev', ['v1', 'v1beta1'], 'PipelineRun'), 'spec.pipelineSpec.tasks[*].taskSpec'],
  [kinds('tekton.dev', ['v1', 'v1beta1'], 'PipelineRun'), 'spec.pipelineSpec.finally[*].taskSpec'],
];

const STEP_FIELDS = [
  'script',
  'timeout',
  'workspaces',
  'onError',
  'stdoutConfig',
  'stderrConfig',
  'ref',
  'params',
  'results',
  'when',
  'displayName',
  'computeResources',
];

/** A step may come from elsewhere, and a Task's template of steps lends it what it lacks. */
const inTasks: readonly EmbeddedPod[] = TASKS.map(([names, task]) => ({
  source: TEKTON,
  kinds: names,
  at: [`${task}.steps[*]`, `${task}.sidecars[*]`, `${task}.stepTemplate`],
  type: 'Container',
  merged: true,
  extra: STEP_FIELDS,
  placeholder: '$(',
}));

const eck = (file: string, names: readonly string[], ...at: readonly string[]): EmbeddedPod => ({
  source: ECK + file,
  kinds: names,
  at,
  type: 'PodTemplateSpec',
  merged: true,
});

/**
 * Kinds of well-known projects with parts of Pods, which their controllers merge into Pods of their own or complete:
 * such a part may lack anything.
 */
export const PARTS_OF_PODS: readonly EmbeddedPod[] = [
  ...inTasks,
  {
    source: 'tektoncd/pipeline v1.0.0 pkg/apis/pipeline/pod/template.go',
    kinds: kinds('tekton.dev', ['v1', 'v1beta1'], 'TaskRun'),
    at: ['spec.podTemplate'],
    type: 'PodSpec',
    merged: true,
    extra: ['env'],
    placeholder: '$(',
  },
  {
    source: 'tektoncd/pipeline v1.0.0 pkg/apis/pipeline/pod/template.go',
    kinds: kinds('tekton.dev', ['v1'], 'PipelineRun'),
    at: ['spec.taskRunTemplate.podTemplate', 'spec.taskRunSpecs[*].podTemplate'],
    type: 'PodSpec',
    merged: true,
    extra: ['env'],
    placeholder: '$(',
  },
  {
    source: 'kubeflow/trainer v2.0.0 pkg/apis/trainer/v1alpha1/trainingruntime_types.go',
    kinds: kinds('trainer.kubeflow.org', ['v1alpha1'], 'TrainingRuntime', 'ClusterTrainingRuntime'),
    at: ['spec.template.spec.replicatedJobs[*].template'],
    type: 'JobTemplateSpec',
    merged: true,
  },
  {
    source: SPARK,
    kinds: kinds('sparkoperator.k8s.io', ['v1beta2'], 'SparkApplication'),
    at: ['spec.driver.template', 'spec.executor.template'],
    type: 'PodTemplateSpec',
    merged: true,
  },
  {
    source: SPARK,
    kinds: kinds('sparkoperator.k8s.io', ['v1beta2'], 'SparkApplication'),
    at: [
      'spec.driver.sidecars[*]',
      'spec.driver.initContainers[*]',
      'spec.executor.sidecars[*]',
      'spec.executor.initContainers[*]',
    ],
    type: 'Container',
    merged: true,
  },
  {
    source: SPARK,
    kinds: kinds('sparkoperator.k8s.io', ['v1beta2'], 'ScheduledSparkApplication'),
    at: ['spec.template.driver.template', 'spec.template.executor.template'],
    type: 'PodTemplateSpec',
    merged: true,
  },
  {
    source: SPARK,
    kinds: kinds('sparkoperator.k8s.io', ['v1beta2'], 'ScheduledSparkApplication'),
    at: [
      'spec.template.driver.sidecars[*]',
      'spec.template.driver.initContainers[*]',
      'spec.template.executor.sidecars[*]',
      'spec.template.executor.initContainers[*]',
    ],
    type: 'Container',
    merged: true,
  },
  {
    source: 'spark-operator v2.2.1 api/v1alpha1/sparkconnect_types.go',
    kinds: kinds('sparkoperator.k8s.io', ['v1alpha1'], 'SparkConnect'),
    at: ['spec.server.template', 'spec.executor.template'],
    type: 'PodTemplateSpec',
    merged: true,
  },
  eck(
    'elasticsearch/v1/elasticsearch_types.go',
    kinds('elasticsearch.k8s.elastic.co', ['v1', 'v1beta1'], 'Elasticsearch'),
    'spec.nodeSets[*].podTemplate',
  ),
  eck(
    'kibana/v1/kibana_types.go',
    [
      ...kinds('kibana.k8s.elastic.co', ['v1', 'v1beta1'], 'Kibana'),
      ...kinds('apm.k8s.elastic.co', ['v1', 'v1beta1'], 'ApmServer'),
      ...kinds('enterprisesearch.k8s.elastic.co', ['v1', 'v1beta1'], 'EnterpriseSearch'),
      ...kinds('maps.k8s.elastic.co', ['v1alpha1'], 'ElasticMapsServer'),
      ...kinds('logstash.k8s.elastic.co', ['v1alpha1'], 'Logstash'),
      ...kinds('packageregistry.k8s.elastic.co', ['v1alpha1'], 'PackageRegistry'),
      ...kinds('autoops.k8s.elastic.co', ['v1alpha1'], 'AutoOpsAgentPolicy'),
    ],
    'spec.podTemplate',
  ),
  eck(
    'agent/v1alpha1/agent_types.go, beat/v1beta1/beat_types.go',
    [
      ...kinds('agent.k8s.elastic.co', ['v1alpha1'], 'Agent'),
      ...kinds('beat.k8s.elastic.co', ['v1beta1'], 'Beat'),
    ],
    'spec.daemonSet.podTemplate',
    'spec.deployment.podTemplate',
    'spec.statefulSet.podTemplate',
  ),
  {
    source: 'prometheus-operator v0.85.0 pkg/apis/monitoring/v1/prometheus_types.go, alertmanager_types.go',
    kinds: [
      ...kinds('monitoring.coreos.com', ['v1'], 'Prometheus', 'Alertmanager', 'ThanosRuler'),
      ...kinds('monitoring.coreos.com', ['v1alpha1'], 'PrometheusAgent'),
    ],
    at: ['spec.containers[*]', 'spec.initContainers[*]'],
    type: 'Container',
    merged: true,
  },
  {
    source: 'cert-manager v1.21.2 pkg/apis/acme/v1/types_issuer.go',
    kinds: kinds('cert-manager.io', ['v1'], 'Issuer', 'ClusterIssuer'),
    at: [
      'spec.acme.solvers[*].http01.ingress.podTemplate',
      'spec.acme.solvers[*].http01.gatewayHTTPRoute.podTemplate',
    ],
    type: 'PodTemplateSpec',
    merged: true,
    extra: ['spec.resources'],
  },
  {
    source: 'actions-runner-controller apis/actions.github.com/v1alpha1/autoscalingrunnerset_types.go',
    kinds: kinds('actions.github.com', ['v1alpha1'], 'AutoscalingRunnerSet'),
    at: ['spec.template', 'spec.listenerTemplate'],
    type: 'PodTemplateSpec',
    merged: true,
  },
  {
    source: 'argo-events v1.9.7 pkg/apis/events/v1alpha1/eventsource_types.go, sensor_types.go',
    kinds: kinds('argoproj.io', ['v1alpha1'], 'EventSource', 'Sensor'),
    at: ['spec.template.container'],
    type: 'Container',
    merged: true,
  },
  {
    source: 'kserve v0.15.2 pkg/apis/serving/v1alpha1/servingruntime_types.go',
    kinds: kinds('serving.kserve.io', ['v1alpha1'], 'ServingRuntime', 'ClusterServingRuntime'),
    at: ['spec.containers[*]', 'spec.workerSpec.containers[*]'],
    type: 'Container',
    merged: true,
    placeholder: '{{',
  },
  {
    source: 'kserve v0.15.2 pkg/apis/serving/v1beta1/podspec.go',
    kinds: kinds('serving.kserve.io', ['v1beta1'], 'InferenceService'),
    at: ['spec.predictor.containers[*]', 'spec.transformer.containers[*]', 'spec.explainer.containers[*]'],
    type: 'Container',
    merged: true,
    placeholder: '{{',
  },
];

import type { FieldPath } from '../../path';
import type { UnknownField } from './unknown';

/**
 * Fields of former versions that have another name now, by the end of their path: `parent.field`, then the
 * path from the parent on, for a number and for what is none. Source: the sections "Notable changes" of
 * kubernetes.io/docs/reference/using-api/deprecation-guide.
 */
const RENAMED: { readonly [kind: string]: { readonly [path: string]: string | readonly [string, string] } } =
  {
    Ingress: {
      'spec.backend': 'defaultBackend',
      'backend.serviceName': 'service.name',
      'backend.servicePort': ['service.port.number', 'service.port.name'],
      'paths.serviceName': 'backend.service.name',
      'paths.servicePort': ['backend.service.port.number', 'backend.service.port.name'],
      'spec.serviceName': 'defaultBackend.service.name',
      'spec.servicePort': ['defaultBackend.service.port.number', 'defaultBackend.service.port.name'],
      'defaultBackend.serviceName': 'service.name',
      'defaultBackend.servicePort': ['service.port.number', 'service.port.name'],
    },
    CustomResourceDefinition: {
      'spec.version': 'versions[].name',
      'spec.validation': 'versions[].schema',
      'conversion.webhookClientConfig': 'webhook.clientConfig',
    },
    HorizontalPodAutoscaler: {
      'resource.targetAverageUtilization': 'target.averageUtilization',
      'resource.targetAverageValue': 'target.averageValue',
      'pods.metricName': 'metric.name',
      'pods.targetAverageValue': 'target.averageValue',
      'object.metricName': 'metric.name',
      'object.targetValue': 'target.value',
      'object.averageValue': 'target.averageValue',
      'external.metricName': 'metric.name',
      'external.metricSelector': 'metric.selector',
      'external.targetAverageValue': 'target.averageValue',
      'external.targetValue': 'target.value',
      'spec.targetCPUUtilizationPercentage': 'metrics[].resource.target.averageUtilization',
      'spec.scaleRef': 'scaleTargetRef',
    },
    EndpointSlice: { 'endpoints.topology': 'deprecatedTopology' },
    Event: {
      involvedObject: 'regarding',
      firstTimestamp: 'deprecatedFirstTimestamp',
      lastTimestamp: 'deprecatedLastTimestamp',
      count: 'deprecatedCount',
      source: 'deprecatedSource',
    },
    PriorityLevelConfiguration: { 'limited.assuredConcurrencyShares': 'nominalConcurrencyShares' },
    RuntimeClass: { 'spec.runtimeHandler': 'handler' },
    SubjectAccessReview: { 'spec.group': 'groups' },
    LocalSubjectAccessReview: { 'spec.group': 'groups' },
  };

/** The path from the object on that a field of a former version has now. */
export function renamed({ manifest, path, value }: UnknownField): string | undefined {
  const { kind } = manifest as { readonly kind?: unknown };
  const names = Object.hasOwn(RENAMED, String(kind)) ? RENAMED[String(kind)] : {};
  const now = names[path.names().slice(-2).join('.')];
  if (typeof now === 'string' || now === undefined) return now;
  return typeof value === 'number' ? now[0] : now[1];
}

/** The path of a name beside a field. */
export const besides = (path: FieldPath, name: string): FieldPath =>
  name
    .split('.')
    .reduce<FieldPath>((field, part, index) => (index ? field.field(part) : path.sibling(part)), path);

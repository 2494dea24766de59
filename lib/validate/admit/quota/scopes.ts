import { qosClass } from '../../defaults/qos';
import { isOn } from '../../gates/gates';
import type { AnyObject } from '../../kinds/strategy';
import type { Kind } from '../../schema/schema';
import type {
  PersistentVolumeClaim,
  Pod,
  PodAffinityTerm,
  PodSpec,
  ResourceQuotaSpec,
  ScopedResourceSelectorRequirement,
} from '../../schema/types';

/** Whether a quota counts an object by its scopes (Matches, apiserver pkg/quota/v1/generic 1.36). */
export function isInScopes(
  object: AnyObject,
  { kind }: Kind,
  spec: ResourceQuotaSpec,
  minor: number,
): boolean {
  const requirements: readonly ScopedResourceSelectorRequirement[] = [
    ...(spec.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists' })),
    ...(spec.scopeSelector?.matchExpressions ?? []),
  ];
  return requirements.every((requirement) => {
    if (kind === 'Pod') return podMatches(requirement, object as Pod, minor);
    if (kind === 'PersistentVolumeClaim' && isOn('VolumeAttributesClass', minor)) {
      return (
        requirement.scopeName === 'VolumeAttributesClass' &&
        selects(requirement, (object as PersistentVolumeClaim).spec?.volumeAttributesClassName)
      );
    }
    return false;
  });
}

/** podMatchesScopeFunc, pkg/quota/v1/evaluator/core 1.36. */
function podMatches(
  requirement: ScopedResourceSelectorRequirement,
  { spec = {} }: Pod,
  minor: number,
): boolean {
  switch (requirement.scopeName) {
    case 'Terminating':
      return isTerminating(spec);
    case 'NotTerminating':
      return !isTerminating(spec);
    case 'BestEffort':
      return qosClass(spec, minor) === 'BestEffort';
    case 'NotBestEffort':
      return qosClass(spec, minor) !== 'BestEffort';
    case 'PriorityClass':
      return selects(requirement, spec.priorityClassName);
    case 'CrossNamespacePodAffinity':
      return looksIntoNamespaces(spec);
    default:
      return false;
  }
}

const isTerminating = ({ activeDeadlineSeconds = -1 }: PodSpec) => activeDeadlineSeconds >= 0;

/** ScopedResourceSelectorRequirementsAsSelector, pkg/apis/core/v1/helper 1.36, of one label. */
function selects(
  { operator, values = [] }: ScopedResourceSelectorRequirement,
  value: string | undefined,
): boolean {
  switch (operator) {
    case 'Exists':
      return Boolean(value);
    case 'DoesNotExist':
      return !value;
    case 'In':
      return Boolean(value) && values.includes(value!);
    default:
      return !value || !values.includes(value);
  }
}

/** usesCrossNamespacePodAffinity, pkg/quota/v1/evaluator/core 1.36. */
function looksIntoNamespaces({ affinity: { podAffinity, podAntiAffinity } = {} }: PodSpec): boolean {
  return [podAffinity, podAntiAffinity].some((one) => {
    const terms: readonly (PodAffinityTerm | undefined)[] = [
      ...(one?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
      ...(one?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
        (weighted) => weighted.podAffinityTerm,
      ),
    ];
    return terms.some((term) => term?.namespaces?.length || term?.namespaceSelector);
  });
}

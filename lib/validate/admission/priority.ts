import type { Cluster, PriorityClass } from '../cluster';
import { defineRule, type Rule } from '../rule';
import type { PodSpec } from '../schema/types';
import { dnsSubdomain } from '../../apimachinery/dns';

/**
 * The Priority admission plugin, on by default (plugin/pkg/admission/priority, 1.36). It sets what the class
 * says, and refuses anything else.
 */
export const PRIORITY = defineRule<Rule<PodSpec>>({
  id: 'pod-priority-class',
  stage: 'admit',
  mistake:
    'a `priorityClassName` that does not exist in the cluster, or a `priority` that differs from the class',
  suggestion: 'use a PriorityClass that exists in the cluster, and omit `priority`',
  judge(spec, at) {
    const { priorityClassName: name = '', priority, preemptionPolicy } = spec;
    const found = name ? classOf(name, at.cluster) : defaultClass(at.cluster);
    if (found === 'unknown') return;
    if (!found) {
      return at
        .field('priorityClassName')
        .forbid(
          `no PriorityClass with name ${name} was found`,
          'use a PriorityClass that exists in the cluster, or remove priorityClassName',
        );
    }
    const { value, preemptionPolicy: policy = USUAL_POLICY } = found;
    if (priority !== undefined && priority !== value) {
      return at
        .field('priority')
        .forbid(`the integer value of priority (${priority}) ${fromClass(value)}`, 'remove priority');
    }
    if (preemptionPolicy !== undefined && preemptionPolicy !== policy) {
      at.field('preemptionPolicy').forbid(
        `the string value of PreemptionPolicy (${preemptionPolicy}) ${fromClass(policy)}`,
        'remove preemptionPolicy',
      );
    }
  },
});

const fromClass = (value: number | string) =>
  `must not be provided in pod spec; priority admission controller computed ${value} from the given PriorityClass name`;

/** Those that every server makes itself (SystemPriorityClasses, pkg/apis/scheduling/v1 1.36). */
export const SYSTEM_PRIORITIES: ReadonlyMap<string, PriorityClass> = new Map([
  ['system-node-critical', { value: 2_000_001_000 }],
  ['system-cluster-critical', { value: 2_000_000_000 }],
]);

/** No class has an invalid name. */
function classOf(name: string, cluster: Cluster): PriorityClass | 'unknown' | undefined {
  const system = SYSTEM_PRIORITIES.get(name);
  if (system) return system;
  const { priorityClasses, knownPriorityClasses = {} } = cluster;
  if (!priorityClasses && Object.hasOwn(knownPriorityClasses, name)) return knownPriorityClasses[name];
  if (priorityClasses) return Object.hasOwn(priorityClasses, name) ? priorityClasses[name] : undefined;
  return dnsSubdomain(name).length ? undefined : 'unknown';
}

/** The lowest of the defaults; priority 0 where there is none. */
function defaultClass({ priorityClasses, knownPriorityClasses = {} }: Cluster): PriorityClass | 'unknown' {
  const [lowest] = Object.values(priorityClasses ?? knownPriorityClasses)
    .filter(({ globalDefault }) => globalDefault)
    .sort((a, b) => a.value - b.value);
  return lowest ?? (priorityClasses ? { value: 0 } : 'unknown');
}

/**
 * Sets what the plugin sets of a Pod that it takes. If no class is known, none is the default.
 */
export function setPriority(spec: PodSpec, cluster: Cluster): void {
  const known = knownPriority(spec, cluster);
  if (!known) return;
  if (known.name) spec.priorityClassName = known.name;
  spec.priority ??= known.value;
  spec.preemptionPolicy ??= known.preemptionPolicy;
}

interface KnownPriority {
  readonly name?: string;
  readonly value: number;
  readonly preemptionPolicy: string;
}

function knownPriority({ priorityClassName: name }: PodSpec, cluster: Cluster): KnownPriority | undefined {
  const found = name ? classOf(name, cluster) : defaultClass(cluster);
  if (found === 'unknown') return name ? undefined : { value: 0, preemptionPolicy: USUAL_POLICY };
  const { value, preemptionPolicy = USUAL_POLICY } = found ?? { value: 0 };
  const own = Object.entries(cluster.priorityClasses ?? cluster.knownPriorityClasses ?? {}).find(
    ([, other]) => other === found,
  )?.[0];
  return { name: name || own, value, preemptionPolicy };
}

const USUAL_POLICY = 'PreemptLowerPriority';

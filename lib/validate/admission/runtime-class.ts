import type { Field } from '../field';
import type { Cluster, RuntimeClass } from '../cluster';
import { quote } from '../../go/format';
import { defineRule, type Rule } from '../rule';
import { PATH_SEGMENT_NAME } from '../rules/names';
import type { PodSpec } from '../schema/types';
import { dnsSubdomain } from '../../apimachinery/dns';
import { quantity } from '../../apimachinery/parse-quantity';

export const POD_RUNTIME_CLASS = defineRule({
  id: 'pod-runtime-class',
  stage: 'admit',
  mistake:
    'a `runtimeClassName` that does not exist in the cluster, or an `overhead` that differs from the class',
  suggestion: 'use a RuntimeClass that exists in the cluster, and omit `overhead`',
});

/**
 * The RuntimeClass admission plugin, on by default (plugin/pkg/admission/runtimeclass, 1.36), as it changes a
 * Pod.
 */
export const RUNTIME_CLASS: Rule<PodSpec> = {
  id: POD_RUNTIME_CLASS.id,
  judge(spec, at) {
    const { runtimeClassName: name } = spec;
    if (name === undefined) return;
    const place = at.field('runtimeClassName');
    const found = classOf(name, at.cluster);
    if (found === 'unknown') return;
    if (!found) return refuse(name, place);
    setOverhead(spec, found, at);
    setNodeSelector(spec, found, at);
  },
};

/** The same plugin, once a Pod has been judged: overhead is the class's alone. */
export const RUNTIME_CLASS_OVERHEAD: Rule<PodSpec> = {
  id: POD_RUNTIME_CLASS.id,
  judge({ runtimeClassName: name, overhead }, at) {
    if (!overhead) return;
    const found = name === undefined ? NO_CLASS : classOf(name, at.cluster);
    if (!found || found === 'unknown' || found.overhead) return;
    const text = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead';
    at.field('overhead').forbidLate(text, 'remove overhead: the RuntimeClass sets it');
  },
};

const NO_CLASS: RuntimeClass = {};

/** No class has an invalid name. */
function classOf(name: string, { runtimeClasses }: Cluster): RuntimeClass | 'unknown' | undefined {
  if (runtimeClasses) return Object.hasOwn(runtimeClasses, name) ? runtimeClasses[name] : undefined;
  return dnsSubdomain(name).length ? undefined : 'unknown';
}

/** What cannot be part of a URL, the server cannot even look up. */
function refuse(name: string, at: Field): void {
  const suggestion = 'use a RuntimeClass that exists in the cluster, or remove runtimeClassName';
  const [problem] = PATH_SEGMENT_NAME(name);
  if (!name) {
    at.fail('resource name may not be empty', suggestion);
  } else if (problem) {
    at.fail(`invalid resource name ${quote(name)}: [${PATH_SEGMENT_NAME(name).join(' ')}]`, suggestion);
  } else {
    at.forbid(`pod rejected: RuntimeClass ${quote(name)} not found`, suggestion);
  }
}

function setOverhead(spec: PodSpec, { overhead }: RuntimeClass, at: Field): void {
  if (!overhead) return;
  const { podFixed = {} } = overhead;
  const own = spec.overhead ?? {};
  if (Object.keys(own).length && !isSame(own, podFixed)) {
    at.field('overhead').forbid(
      "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead",
      'remove overhead: the RuntimeClass sets it',
    );
  }
  spec.overhead = podFixed;
}

type Amounts = NonNullable<PodSpec['overhead']>;

function isSame(one: Amounts, other: Amounts): boolean {
  const resources = Object.keys(one);
  return (
    resources.length === Object.keys(other).length &&
    resources.every(
      (resource) =>
        Object.hasOwn(other, resource) && quantity(one[resource]).compare(quantity(other[resource])) === 0,
    )
  );
}

function setNodeSelector(spec: PodSpec, { scheduling }: RuntimeClass, at: Field): void {
  const { nodeSelector } = scheduling ?? {};
  if (!nodeSelector) return;
  const own = spec.nodeSelector ?? {};
  for (const key in nodeSelector) {
    if (!Object.hasOwn(own, key) || own[key] === nodeSelector[key]) continue;
    const place = at.field('nodeSelector').key(key);
    place.forbid(
      `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${nodeSelector[key]}; pod.spec.nodeSelector[${key}] = ${own[key]}`,
    );
  }
  spec.nodeSelector = { ...own, ...nodeSelector };
}

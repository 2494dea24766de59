import type { Cluster, RuntimeClass } from '../cluster';
import { quote } from '../../go/format';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import { PATH_SEGMENT_NAME } from '../rules/names';
import type { PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsSubdomain } from '../../apimachinery/dns';
import { quantity } from '../../apimachinery/quantity';

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
  judge(spec, path, verdict) {
    const { runtimeClassName: name } = spec;
    if (name === undefined) return;
    const place = path.field('runtimeClassName');
    const found = classOf(name, verdict.cluster);
    if (found === 'unknown') return;
    if (!found) return refuse(name, place, verdict);
    setOverhead(spec, found, path, verdict);
    setNodeSelector(spec, found, path, verdict);
  },
};

/** The same plugin, once a Pod has been judged: overhead is the class's alone. */
export const RUNTIME_CLASS_OVERHEAD: Rule<PodSpec> = {
  id: POD_RUNTIME_CLASS.id,
  judge({ runtimeClassName: name, overhead }, path, verdict) {
    if (!overhead) return;
    const found = name === undefined ? NO_CLASS : classOf(name, verdict.cluster);
    if (!found || found === 'unknown' || found.overhead) return;
    const text = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead';
    verdict.forbidLate(path.field('overhead'), text, 'remove overhead: the RuntimeClass sets it');
  },
};

const NO_CLASS: RuntimeClass = {};

/** No class has an invalid name. */
function classOf(name: string, { runtimeClasses }: Cluster): RuntimeClass | 'unknown' | undefined {
  if (runtimeClasses) return Object.hasOwn(runtimeClasses, name) ? runtimeClasses[name] : undefined;
  return dnsSubdomain(name).length ? undefined : 'unknown';
}

/** What cannot be part of a URL, the server cannot even look up. */
function refuse(name: string, path: FieldPath, verdict: Verdict): void {
  const suggestion = 'use a RuntimeClass that exists in the cluster, or remove runtimeClassName';
  const [problem] = PATH_SEGMENT_NAME(name);
  if (!name) {
    verdict.fail(path, 'resource name may not be empty', suggestion);
  } else if (problem) {
    verdict.fail(
      path,
      `invalid resource name ${quote(name)}: [${PATH_SEGMENT_NAME(name).join(' ')}]`,
      suggestion,
    );
  } else {
    verdict.forbid(path, `pod rejected: RuntimeClass ${quote(name)} not found`, suggestion);
  }
}

function setOverhead(spec: PodSpec, { overhead }: RuntimeClass, path: FieldPath, verdict: Verdict): void {
  if (!overhead) return;
  const { podFixed = {} } = overhead;
  const own = spec.overhead ?? {};
  if (Object.keys(own).length && !isSame(own, podFixed)) {
    verdict.forbid(
      path.field('overhead'),
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

function setNodeSelector(
  spec: PodSpec,
  { scheduling }: RuntimeClass,
  path: FieldPath,
  verdict: Verdict,
): void {
  const { nodeSelector } = scheduling ?? {};
  if (!nodeSelector) return;
  const own = spec.nodeSelector ?? {};
  for (const key in nodeSelector) {
    if (!Object.hasOwn(own, key) || own[key] === nodeSelector[key]) continue;
    const place = path.field('nodeSelector').key(key);
    verdict.forbid(
      place,
      `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${nodeSelector[key]}; pod.spec.nodeSelector[${key}] = ${own[key]}`,
    );
  }
  spec.nodeSelector = { ...own, ...nodeSelector };
}

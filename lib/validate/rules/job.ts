import { listOf, named, number, pointer, struct } from '../../go/value';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { JobSpec, SuccessPolicy } from '../schema/types';
import type { Verdict } from '../verdict';
import { domainPathProblems } from '../../apimachinery/domain-path';
import { COUNT } from './counts';

/** Numbers of a Job: the first part of validateJobSpec, pkg/apis/batch/validation 1.36. */
export function judgeJobCounts(spec: JobSpec, path: FieldPath, verdict: Verdict): void {
  for (const field of COUNTS) verdict.apply(COUNT, spec[field], path.field(field));
  verdict.apply(INDEX_LIMIT, spec, path);
}

const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;

export const INDEX_LIMIT = defineRule<Rule<JobSpec>>({
  id: 'job-failed-indexes',
  stage: 'judge',
  mistake: 'conflicting limits for failed indexes',
  suggestion: 'set `backoffLimitPerIndex`, and at most as many failed indexes as completions',
  judge({ maxFailedIndexes, backoffLimitPerIndex }, path, verdict) {
    if (maxFailedIndexes !== undefined && backoffLimitPerIndex === undefined) {
      verdict.required(path.field('backoffLimitPerIndex'), 'when maxFailedIndexes is specified');
    }
  },
});

const MANAGER_LENGTH = 63;

/** Who looks after the Job in place of its controller. */
export const MANAGED_BY = defineRule<Rule<string | undefined>>({
  id: 'job-managed-by',
  stage: 'judge',
  mistake: 'a `managedBy` without a domain, or too long',
  suggestion: 'use a name such as `example.com/controller`',
  judge(manager, path, verdict) {
    if (manager === undefined) return;
    if (!manager) {
      verdict.required(path);
    } else {
      for (const [part, message] of domainPathProblems(manager)) {
        verdict.invalid(path, part, message, { suggestion: 'use a name such as "example.com/controller"' });
      }
    }
    if (Buffer.byteLength(manager) > MANAGER_LENGTH) verdict.tooLongMaxLength(path, MANAGER_LENGTH);
  },
});

const MODES = ['NonIndexed', 'Indexed'];
const MANY = 100_000;
const SOME = 10_000;

export const JOB_COMPLETION_MODE = defineRule({
  id: 'job-completion-mode',
  stage: 'judge',
  mistake: 'options that require Indexed completion mode, or an unknown mode',
  suggestion: 'set `completionMode: Indexed`, or remove the option',
});

/** Whether each Pod has a number, and what goes with it. */
export const COMPLETION_MODE: Rule<JobSpec> = {
  id: JOB_COMPLETION_MODE.id,
  judge(spec, path, verdict) {
    const { completionMode } = spec;
    if (completionMode !== undefined && !MODES.includes(completionMode)) {
      verdict.notSupported(path.field('completionMode'), named(completionMode), MODES);
    }
    if (completionMode === 'Indexed') judgeIndexed(spec, path, verdict);
    if (completionMode === undefined || completionMode === 'NonIndexed') judgeNotIndexed(spec, path, verdict);
  },
};

function judgeIndexed(
  { completions, parallelism = 0, maxFailedIndexes, backoffLimitPerIndex }: JobSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  const failed = path.field('maxFailedIndexes');
  if (completions === undefined) {
    verdict.required(path.field('completions'), 'when completion mode is Indexed');
  }
  if (parallelism > MANY) {
    verdict.invalid(
      path.field('parallelism'),
      parallelism,
      `must be less than or equal to ${MANY} when completion mode is Indexed`,
    );
  }
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions) {
    verdict.invalid(failed, maxFailedIndexes, 'must be less than or equal to completions', {
      suggestion: `use ${completions} or less`,
    });
  }
  if (maxFailedIndexes !== undefined && maxFailedIndexes > MANY) {
    verdict.invalid(failed, maxFailedIndexes, `must be less than or equal to ${MANY}`);
  }
  if (completions !== undefined && completions > MANY && backoffLimitPerIndex !== undefined) {
    judgeManyIndexes(parallelism, maxFailedIndexes, path, verdict);
  }
}

function judgeManyIndexes(
  parallelism: number,
  maxFailedIndexes: number | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  const failed = path.field('maxFailedIndexes');
  const text = `must be less than or equal to ${SOME} when completions are above ${MANY} and used with backoff limit per index`;
  if (maxFailedIndexes === undefined) {
    verdict.required(failed, `must be specified when completions is above ${MANY}`);
  }
  if (parallelism > SOME) verdict.invalid(path.field('parallelism'), parallelism, text);
  if (maxFailedIndexes !== undefined && maxFailedIndexes > SOME) {
    verdict.invalid(failed, maxFailedIndexes, text);
  }
}

function judgeNotIndexed(spec: JobSpec, path: FieldPath, verdict: Verdict): void {
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[field] !== undefined) {
      verdict.invalid(path.field(field), spec[field], 'requires indexed completion mode', INDEXED_HINT);
    }
  }
}

const INDEXED_HINT = { suggestion: 'set completionMode: Indexed, or remove it' };

/** Only Jobs with numbered Pods have one. Its own rules are job-success-policy. */
export const SUCCESS_POLICY_MODE: Rule<SuccessPolicy> = {
  id: JOB_COMPLETION_MODE.id,
  judge: (policy, path, verdict) =>
    verdict.invalid(path, shownPolicy(policy), 'requires indexed completion mode', INDEXED_HINT),
};

function shownPolicy({ rules }: SuccessPolicy) {
  const text = (value: string | undefined) =>
    pointer(value === undefined ? undefined : named(value), 'string');
  const count = (value: number | undefined) =>
    pointer(value === undefined ? undefined : number(value), 'int32');
  const items = rules?.map(({ succeededIndexes, succeededCount }) =>
    struct('batch.SuccessPolicyRule', {
      SucceededIndexes: text(succeededIndexes),
      SucceededCount: count(succeededCount),
    }),
  );
  return struct('batch.SuccessPolicy', { Rules: listOf(items, 'batch.SuccessPolicyRule') });
}

/** When a Pod is replaced: validatePodReplacementPolicy, 1.36. */
export const REPLACEMENT = defineRule<Rule<JobSpec>>({
  id: 'job-pod-replacement',
  stage: 'judge',
  mistake: 'an unknown `podReplacementPolicy`, or one that conflicts with the failure policy',
  suggestion: 'use Failed',
  judge({ podReplacementPolicy: policy, podFailurePolicy }, path, verdict) {
    const policies = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
    if (policy !== undefined && !policies.includes(policy)) {
      verdict.notSupported(path, named(policy), policies);
    }
  },
});

export const WORKLOAD_RESTART_POLICY = defineRule({
  id: 'workload-restart-policy',
  stage: 'judge',
  mistake: 'a restart policy or deadline that is not allowed for Pods of this workload',
  suggestion: 'use Always for long-running workloads, OnFailure or Never for Jobs',
});

/** Pods of Jobs end: the last part of validateJobSpec, 1.36. */
export const JOB_RESTART: Rule<JobSpec> = {
  id: WORKLOAD_RESTART_POLICY.id,
  judge({ template, podFailurePolicy }, path, verdict) {
    const policy = template?.spec?.restartPolicy;
    if (!policy || policy === 'Always') {
      verdict.required(path, 'valid values: "OnFailure", "Never"', {
        suggestion: 'set restartPolicy to OnFailure or Never',
      });
    } else if (policy !== 'OnFailure' && policy !== 'Never') {
      verdict.notSupported(path, named(policy), ['OnFailure', 'Never']);
    } else if (podFailurePolicy && policy !== 'Never') {
      verdict.invalid(path, named(policy), 'only "Never" is supported when podFailurePolicy is specified', {
        suggestion: 'set restartPolicy: Never',
      });
    }
  },
};

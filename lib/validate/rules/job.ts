import type { Field } from '../field';
import { listOf, named, number, pointer, struct } from '../../go/value';
import { defineRule, type Rule } from '../rule';
import type { JobSpec, SuccessPolicy } from '../schema/types';
import { domainPathProblems } from '../../apimachinery/domain-path';
import { COUNT } from './counts';

/** Numbers of a Job: the first part of validateJobSpec, pkg/apis/batch/validation 1.36. */
export function judgeJobCounts(spec: JobSpec, at: Field): void {
  for (const field of COUNTS) at.field(field).apply(COUNT, spec[field]);
  at.apply(INDEX_LIMIT, spec);
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
  judge({ maxFailedIndexes, backoffLimitPerIndex }, at) {
    if (maxFailedIndexes !== undefined && backoffLimitPerIndex === undefined) {
      at.field('backoffLimitPerIndex').required('when maxFailedIndexes is specified');
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
  judge(manager, at) {
    if (manager === undefined) return;
    if (!manager) {
      at.required();
    } else {
      for (const [part, message] of domainPathProblems(manager)) {
        at.invalid(part, message, { suggestion: 'use a name such as "example.com/controller"' });
      }
    }
    if (Buffer.byteLength(manager) > MANAGER_LENGTH) at.tooLongMaxLength(MANAGER_LENGTH);
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
  judge(spec, at) {
    const { completionMode } = spec;
    if (completionMode !== undefined && !MODES.includes(completionMode)) {
      at.field('completionMode').notSupported(named(completionMode), MODES);
    }
    if (completionMode === 'Indexed') judgeIndexed(spec, at);
    if (completionMode === undefined || completionMode === 'NonIndexed') judgeNotIndexed(spec, at);
  },
};

function judgeIndexed(
  { completions, parallelism = 0, maxFailedIndexes, backoffLimitPerIndex }: JobSpec,
  at: Field,
): void {
  const failed = at.field('maxFailedIndexes');
  if (completions === undefined) {
    at.field('completions').required('when completion mode is Indexed');
  }
  if (parallelism > MANY) {
    at.field('parallelism').invalid(
      parallelism,
      `must be less than or equal to ${MANY} when completion mode is Indexed`,
    );
  }
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions) {
    failed.invalid(maxFailedIndexes, 'must be less than or equal to completions', {
      suggestion: `use ${completions} or less`,
    });
  }
  if (maxFailedIndexes !== undefined && maxFailedIndexes > MANY) {
    failed.invalid(maxFailedIndexes, `must be less than or equal to ${MANY}`);
  }
  if (completions !== undefined && completions > MANY && backoffLimitPerIndex !== undefined) {
    judgeManyIndexes(parallelism, maxFailedIndexes, at);
  }
}

function judgeManyIndexes(parallelism: number, maxFailedIndexes: number | undefined, at: Field): void {
  const failed = at.field('maxFailedIndexes');
  const text = `must be less than or equal to ${SOME} when completions are above ${MANY} and used with backoff limit per index`;
  if (maxFailedIndexes === undefined) {
    failed.required(`must be specified when completions is above ${MANY}`);
  }
  if (parallelism > SOME) at.field('parallelism').invalid(parallelism, text);
  if (maxFailedIndexes !== undefined && maxFailedIndexes > SOME) {
    failed.invalid(maxFailedIndexes, text);
  }
}

function judgeNotIndexed(spec: JobSpec, at: Field): void {
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[field] !== undefined) {
      at.field(field).invalid(spec[field], 'requires indexed completion mode', INDEXED_HINT);
    }
  }
}

const INDEXED_HINT = { suggestion: 'set completionMode: Indexed, or remove it' };

/** Only Jobs with numbered Pods have one. Its own rules are job-success-policy. */
export const SUCCESS_POLICY_MODE: Rule<SuccessPolicy> = {
  id: JOB_COMPLETION_MODE.id,
  judge: (policy, at) => at.invalid(shownPolicy(policy), 'requires indexed completion mode', INDEXED_HINT),
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
  judge({ podReplacementPolicy: policy, podFailurePolicy }, at) {
    const policies = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
    if (policy !== undefined && !policies.includes(policy)) {
      at.notSupported(named(policy), policies);
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
  judge({ template, podFailurePolicy }, at) {
    const policy = template?.spec?.restartPolicy;
    if (!policy || policy === 'Always') {
      at.required('valid values: "OnFailure", "Never"', {
        suggestion: 'set restartPolicy to OnFailure or Never',
      });
    } else if (policy !== 'OnFailure' && policy !== 'Never') {
      at.notSupported(named(policy), ['OnFailure', 'Never']);
    } else if (podFailurePolicy && policy !== 'Never') {
      at.invalid(named(policy), 'only "Never" is supported when podFailurePolicy is specified', {
        suggestion: 'set restartPolicy: Never',
      });
    }
  },
};

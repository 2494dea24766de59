import type { GoValue } from '../../go/format';
import { intOrString, named, number, pointer, struct } from '../../go/value';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type {
  DaemonSetUpdateStrategy,
  DeploymentStrategy,
  RollingUpdateDaemonSet,
  RollingUpdateDeployment,
  RollingUpdateStatefulSetStrategy,
  StatefulSetUpdateStrategy,
} from '../schema/types';
import type { Verdict } from '../verdict';
import { COUNT } from './counts';
import { intOrPercentValue, judgeAtMostAll, judgeIntOrPercent } from './int-or-percent';

/** ValidateDeploymentStrategy, pkg/apis/apps/validation 1.36. */
export const DEPLOYMENT_STRATEGY = defineRule<Rule<DeploymentStrategy>>({
  id: 'deployment-strategy',
  stage: 'judge',
  mistake: 'an unknown strategy, or limits that block every rollout',
  suggestion: 'set `maxSurge` or `maxUnavailable` to more than 0',
  judge(strategy, path, verdict) {
    const { type, rollingUpdate } = strategy;
    const place = path.field('rollingUpdate');
    if (type === 'RollingUpdate') {
      judgeDeploymentUpdate(rollingUpdate ?? {}, place, verdict);
    } else if (type !== 'Recreate') {
      verdict.notSupported(
        path,
        shown('apps.DeploymentStrategy', 'apps.RollingUpdateDeployment', strategy),
        ['Recreate', 'RollingUpdate'],
        { word: type, at: path.field('type') },
      );
    } else if (rollingUpdate) {
      verdict.forbidden(place, "may not be specified when strategy `type` is 'Recreate'");
    }
  },
});

/** ValidateRollingUpdateDeployment, 1.36. */
function judgeDeploymentUpdate(
  { maxUnavailable = 0, maxSurge = 0 }: RollingUpdateDeployment,
  path: FieldPath,
  verdict: Verdict,
): void {
  const unavailable = path.field('maxUnavailable');
  judgeIntOrPercent(maxUnavailable, unavailable, verdict);
  judgeIntOrPercent(maxSurge, path.field('maxSurge'), verdict);
  if (intOrPercentValue(maxUnavailable) === 0 && intOrPercentValue(maxSurge) === 0) {
    verdict.invalid(unavailable, intOrString(maxUnavailable), 'may not be 0 when `maxSurge` is 0', {
      suggestion: 'set one of them to more than 0',
    });
  }
  judgeAtMostAll(maxUnavailable, unavailable, verdict);
}

/** ValidateDaemonSetUpdateStrategy, 1.36. */
export const DAEMON_SET_STRATEGY = defineRule<Rule<DaemonSetUpdateStrategy>>({
  id: 'daemon-set-update-strategy',
  stage: 'judge',
  mistake: 'an unknown update strategy, or limits that block every update',
  suggestion: 'set `maxSurge` or `maxUnavailable` to more than 0',
  judge(strategy, path, verdict) {
    const { type, rollingUpdate = {} } = strategy;
    if (type === 'RollingUpdate') {
      judgeDaemonSetUpdate(rollingUpdate, path.field('rollingUpdate'), verdict);
    } else if (type !== 'OnDelete') {
      verdict.notSupported(
        path,
        shown('apps.DaemonSetUpdateStrategy', 'apps.RollingUpdateDaemonSet', strategy),
        ['RollingUpdate', 'OnDelete'],
        { word: type, at: path.field('type') },
      );
    }
  },
});

/** ValidateRollingUpdateDaemonSet, 1.36. */
function judgeDaemonSetUpdate(
  { maxUnavailable = 0, maxSurge = 0 }: RollingUpdateDaemonSet,
  path: FieldPath,
  verdict: Verdict,
): void {
  const [unavailable, surge] = [path.field('maxUnavailable'), path.field('maxSurge')];
  judgeIntOrPercent(maxUnavailable, unavailable, verdict);
  judgeIntOrPercent(maxSurge, surge, verdict);
  judgeAtMostAll(maxUnavailable, unavailable, verdict);
  judgeAtMostAll(maxSurge, surge, verdict);
  const has = [maxUnavailable, maxSurge].map((value) => intOrPercentValue(value) !== 0);
  if (has.every(Boolean)) {
    verdict.invalid(surge, intOrString(maxSurge), 'may not be set when maxUnavailable is non-zero', {
      suggestion: 'remove maxSurge, or set maxUnavailable to 0',
    });
  } else if (!has.some(Boolean)) {
    verdict.required(unavailable, 'cannot be 0 when maxSurge is 0', {
      suggestion: 'set one of them to more than 0',
    });
  }
}

/** The update strategy in ValidateStatefulSetSpec, 1.36. */
export const STATEFUL_SET_STRATEGY = defineRule<Rule<StatefulSetUpdateStrategy>>({
  id: 'stateful-set-update-strategy',
  stage: 'judge',
  mistake: 'an unknown update strategy, or settings of another strategy',
  suggestion: 'use RollingUpdate or OnDelete',
  judge(strategy, path, verdict) {
    const { type, rollingUpdate } = strategy;
    const place = path.field('rollingUpdate');
    if (!type) {
      verdict.required(path);
    } else if (type === 'RollingUpdate') {
      judgeStatefulSetUpdate(rollingUpdate ?? {}, place, verdict);
    } else if (type !== 'OnDelete') {
      verdict.invalid(path, shownStatefulSetStrategy(strategy), "must be 'RollingUpdate' or 'OnDelete'", {
        suggestion: 'use RollingUpdate or OnDelete',
      });
    } else if (rollingUpdate) {
      verdict.invalid(
        place,
        shownPartition(rollingUpdate),
        "only allowed for updateStrategy 'RollingUpdate'",
        { suggestion: 'remove rollingUpdate' },
      );
    }
  },
});

/** validateRollingUpdateStatefulSet, 1.36. */
function judgeStatefulSetUpdate(
  { partition, maxUnavailable }: RollingUpdateStatefulSetStrategy,
  path: FieldPath,
  verdict: Verdict,
): void {
  verdict.apply(COUNT, partition, path.field('partition'));
  if (maxUnavailable === undefined) return;
  const place = path.field('maxUnavailable');
  judgeIntOrPercent(maxUnavailable, place, verdict);
  if (intOrPercentValue(maxUnavailable) === 0) {
    verdict.invalid(place, intOrString(maxUnavailable), 'cannot be 0', { suggestion: 'use 1 or more' });
  }
  judgeAtMostAll(maxUnavailable, place, verdict);
}

/** A strategy of a Deployment or DaemonSet as the server's internal type. */
function shown(
  type: string,
  updateType: string,
  { type: name, rollingUpdate }: DeploymentStrategy | DaemonSetUpdateStrategy,
): GoValue {
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
  const update =
    rollingUpdate &&
    struct(updateType, { MaxUnavailable: intOrString(maxUnavailable), MaxSurge: intOrString(maxSurge) });
  return struct(type, { Type: named(name), RollingUpdate: pointer(update, updateType) });
}

function shownStatefulSetStrategy({ type, rollingUpdate }: StatefulSetUpdateStrategy): GoValue {
  const update = rollingUpdate && shownPartition(rollingUpdate);
  return struct('apps.StatefulSetUpdateStrategy', {
    Type: named(type),
    RollingUpdate: pointer(update, 'apps.RollingUpdateStatefulSetStrategy'),
  });
}

function shownPartition({ partition = 0, maxUnavailable }: RollingUpdateStatefulSetStrategy): GoValue {
  return struct('apps.RollingUpdateStatefulSetStrategy', {
    Partition: number(partition),
    MaxUnavailable: pointer(
      maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
      'intstr.IntOrString',
    ),
  });
}

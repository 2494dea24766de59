import { among } from '../among';
import type { Field } from '../field';
import type { GoValue } from '../../go/format';
import { intOrString, named, number, pointer, struct } from '../../go/value';
import { defineRule, type Rule } from '../rule';
import type {
  DaemonSetUpdateStrategy,
  DeploymentStrategy,
  RollingUpdateDaemonSet,
  RollingUpdateDeployment,
  RollingUpdateStatefulSetStrategy,
  StatefulSetUpdateStrategy,
} from '../schema/types';
import { COUNT } from './counts';
import { intOrPercentValue, judgeAtMostAll, judgeIntOrPercent } from './int-or-percent';

/** ValidateDeploymentStrategy, pkg/apis/apps/validation 1.36. */
export const DEPLOYMENT_STRATEGY = defineRule<Rule<DeploymentStrategy>>({
  id: 'deployment-strategy',
  stage: 'judge',
  mistake: 'an unknown strategy, or limits that block every rollout',
  suggestion: 'set `maxSurge` or `maxUnavailable` to more than 0',
  judge(strategy, at) {
    const { type, rollingUpdate } = strategy;
    const place = at.field('rollingUpdate');
    if (type === 'RollingUpdate') {
      judgeDeploymentUpdate(rollingUpdate ?? {}, place);
    } else if (type !== 'Recreate') {
      at.shownAt(at.field('type')).notSupported(
        shown('apps.DeploymentStrategy', 'apps.RollingUpdateDeployment', strategy),
        ['Recreate', 'RollingUpdate'],
        { word: type },
      );
    } else if (rollingUpdate) {
      place.forbidden("may not be specified when strategy `type` is 'Recreate'");
    }
  },
});

/** ValidateRollingUpdateDeployment, 1.36. */
function judgeDeploymentUpdate(
  { maxUnavailable = 0, maxSurge = 0 }: RollingUpdateDeployment,
  at: Field,
): void {
  const unavailable = at.field('maxUnavailable');
  judgeIntOrPercent(maxUnavailable, unavailable);
  judgeIntOrPercent(maxSurge, at.field('maxSurge'));
  if (intOrPercentValue(maxUnavailable) === 0 && intOrPercentValue(maxSurge) === 0) {
    unavailable.invalid(intOrString(maxUnavailable), 'may not be 0 when `maxSurge` is 0', {
      suggestion: 'set one of them to more than 0',
    });
  }
  judgeAtMostAll(maxUnavailable, unavailable);
}

/** ValidateDaemonSetUpdateStrategy, 1.36. */
export const DAEMON_SET_STRATEGY = defineRule<Rule<DaemonSetUpdateStrategy>>({
  id: 'daemon-set-update-strategy',
  stage: 'judge',
  mistake: 'an unknown update strategy, or limits that block every update',
  suggestion: 'set `maxSurge` or `maxUnavailable` to more than 0',
  judge(strategy, at) {
    const { type, rollingUpdate = {} } = strategy;
    if (type === 'RollingUpdate') {
      judgeDaemonSetUpdate(rollingUpdate, at.field('rollingUpdate'));
    } else if (type !== 'OnDelete') {
      at.shownAt(at.field('type')).notSupported(
        shown('apps.DaemonSetUpdateStrategy', 'apps.RollingUpdateDaemonSet', strategy),
        ['RollingUpdate', 'OnDelete'],
        { word: type },
      );
    }
  },
});

/** ValidateRollingUpdateDaemonSet, 1.36. */
function judgeDaemonSetUpdate({ maxUnavailable = 0, maxSurge = 0 }: RollingUpdateDaemonSet, at: Field): void {
  const [unavailable, surge] = [at.field('maxUnavailable'), at.field('maxSurge')];
  judgeIntOrPercent(maxUnavailable, unavailable);
  judgeIntOrPercent(maxSurge, surge);
  judgeAtMostAll(maxUnavailable, unavailable);
  judgeAtMostAll(maxSurge, surge);
  const has = [maxUnavailable, maxSurge].map((value) => intOrPercentValue(value) !== 0);
  if (has.every(Boolean)) {
    surge.invalid(intOrString(maxSurge), 'may not be set when maxUnavailable is non-zero', {
      suggestion: 'remove maxSurge, or set maxUnavailable to 0',
    });
  } else if (!has.some(Boolean)) {
    unavailable.required('cannot be 0 when maxSurge is 0', {
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
  judge(strategy, at) {
    const { type, rollingUpdate } = strategy;
    const place = at.field('rollingUpdate');
    if (!type) {
      at.required();
    } else if (type === 'RollingUpdate') {
      judgeStatefulSetUpdate(rollingUpdate ?? {}, place);
    } else if (type !== 'OnDelete') {
      const hint = among(type, ['RollingUpdate', 'OnDelete']);
      at.shownAt(at.field('type')).invalid(
        shownStatefulSetStrategy(strategy),
        "must be 'RollingUpdate' or 'OnDelete'",
        hint,
      );
    } else if (rollingUpdate) {
      place.invalid(shownPartition(rollingUpdate), "only allowed for updateStrategy 'RollingUpdate'", {
        suggestion: 'remove rollingUpdate',
      });
    }
  },
});

/** validateRollingUpdateStatefulSet, 1.36. */
function judgeStatefulSetUpdate(
  { partition, maxUnavailable }: RollingUpdateStatefulSetStrategy,
  at: Field,
): void {
  at.field('partition').apply(COUNT, partition);
  if (maxUnavailable === undefined) return;
  const place = at.field('maxUnavailable');
  judgeIntOrPercent(maxUnavailable, place);
  if (intOrPercentValue(maxUnavailable) === 0) {
    place.invalid(intOrString(maxUnavailable), 'cannot be 0', { suggestion: 'use 1 or more' });
  }
  judgeAtMostAll(maxUnavailable, place);
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

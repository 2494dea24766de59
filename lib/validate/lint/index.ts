import { podPlace, type PodPlace } from '../pod-templates';
import type { FindingLevel } from '../finding';
import { FieldPath } from '../path';
import type { ConfigMap, PodSpec, Service } from '../schema/types';
import type { RawFinding } from '../collector';
import type { Utilization } from '../autoscalers';
import { AUTOSCALER_REQUESTS } from './autoscaler';
import { AMBASSADOR_NATIVE, SIDECAR_STARTUP_PROBE } from './ambassador';
import { EXPORTER_PORT } from './companions/exporter-port';
import { FLAG_DEPRECATED, FLAG_REMOVED } from './companions/flags';
import { AMBASSADOR_ADDRESS } from './companions/listens';
import { IMAGE_OUTDATED } from './companions/outdated';
import { COMMAND_ONE_STRING, SHELL_ARGUMENTS } from './command';
import { CONTAINER_ENDS } from './ends';
import { ENV_ORDER } from './env';
import { JOB_CONTAINER_RESTARTS } from './job-restart';
import { IMAGE_PLACEHOLDER, IMAGE_REGISTRY, IMAGE_TAG } from './image';
import { JOB_NEVER_COMPLETES, JOB_SIDECAR_NATIVE } from './job';
import type { RuleLevels } from '../rule-levels';
import { levelOf } from './levels';
import { LOG_MOUNT_WRITABLE, LOG_TAIL_FILE } from './log-tail';
import { LOG_VOLUME_LIMIT } from './log-volume';
import { MOUNT_PATH } from './mount-path';
import { type Lint, type LintedPod, lintedPod, type Report } from './pod';
import { NODE_PORT_RANGE } from './node-port';
import { PORT_CONFLICT } from './port-conflict';
import { PRE_STOP_GRACE } from './pre-stop';
import { PROBE_HOST } from './probe-host';
import { PROBE_LOCALHOST, PROBE_PORT_NAME } from './probes';
import { RELOAD_SUBPATH } from './reload';
import { RESOURCES_SET } from './resources';
import { RUN_AS_NON_ROOT } from './run-as-non-root';
import { SECRET_LITERAL } from './secrets/secret-literal';
import { STOP_SIGNAL } from './stop-signal';
import { STRANGE_CHARACTER } from './strange';
import { VARIABLE_NOT_EXPANDED } from './variable';
import { VOLUME_NOT_SHARED, VOLUME_UNUSED } from './volumes';
import { INIT_ENDLESS, INIT_WAITS_FOR_MAIN, NSLOOKUP_SHORT_NAME, WAIT_UNBOUNDED } from './wait';

/** What is said of every Pod beyond what a server says. */
export const LINTS: readonly Lint[] = [
  MOUNT_PATH,
  IMAGE_TAG,
  IMAGE_PLACEHOLDER,
  IMAGE_REGISTRY,
  IMAGE_OUTDATED,
  RESOURCES_SET,
  AUTOSCALER_REQUESTS,
  COMMAND_ONE_STRING,
  SHELL_ARGUMENTS,
  ENV_ORDER,
  SECRET_LITERAL,
  VARIABLE_NOT_EXPANDED,
  STRANGE_CHARACTER,
  RUN_AS_NON_ROOT,
  CONTAINER_ENDS,
  PROBE_PORT_NAME,
  PROBE_LOCALHOST,
  PROBE_HOST,
  PRE_STOP_GRACE,
  STOP_SIGNAL,
  PORT_CONFLICT,
  VOLUME_UNUSED,
  VOLUME_NOT_SHARED,
  RELOAD_SUBPATH,
  LOG_TAIL_FILE,
  LOG_MOUNT_WRITABLE,
  LOG_VOLUME_LIMIT,
  AMBASSADOR_NATIVE,
  SIDECAR_STARTUP_PROBE,
  AMBASSADOR_ADDRESS,
  EXPORTER_PORT,
  FLAG_REMOVED,
  FLAG_DEPRECATED,
  INIT_ENDLESS,
  INIT_WAITS_FOR_MAIN,
  WAIT_UNBOUNDED,
  NSLOOKUP_SHORT_NAME,
  JOB_NEVER_COMPLETES,
  JOB_SIDECAR_NATIVE,
  JOB_CONTAINER_RESTARTS,
  NODE_PORT_RANGE,
];

/** All that rules ask about a Pod; their answers are the bits of one number, so at most 31. */
export const PREDICATES = [...new Set(LINTS.flatMap(({ when = [] }) => when))];

interface GradedLint {
  readonly rule: Lint;
  readonly level: FindingLevel;
  /** The predicates without which it finds nothing: a bit each, by their indexes. */
  readonly when: number;
}

const isError = ({ level }: GradedLint) => level === 'error';

function graded(levels: RuleLevels): GradedLint[] {
  return LINTS.flatMap((rule) => {
    const level = levelOf(rule, levels);
    const when = (rule.when ?? []).reduce(
      (bits, predicate) => bits | (1 << PREDICATES.indexOf(predicate)),
      0,
    );
    return level === 'off' ? [] : [{ rule, level, when }];
  });
}

const AS_USUAL = graded({});
const ERRORS_AS_USUAL = AS_USUAL.filter(isError);
const byLevels = new WeakMap<RuleLevels, GradedLint[]>();

/** Made once for all manifests that are judged alike. */
function gradedOnce(errorsOnly: boolean, levels: RuleLevels | undefined): readonly GradedLint[] {
  if (!levels) return errorsOnly ? ERRORS_AS_USUAL : AS_USUAL;
  const known = byLevels.get(levels) ?? graded(levels);
  byLevels.set(levels, known);
  return errorsOnly ? known.filter(isError) : known;
}

/**
 * What rules of ours find in a manifest with a Pod in it, in a ConfigMap or in a Service.
 *
 * @param kind `apiVersion kind`
 * @param object manifest after decoding and defaults
 * @param errorsOnly whether to run only rules with level error
 * @param levels levels that differ from the defaults
 * @param utilizations what autoscalers measure of it
 */
export function lint(
  kind: string,
  object: object,
  errorsOnly: boolean,
  levels?: RuleLevels,
  utilizations: readonly Utilization[] = [],
): RawFinding[] {
  const place = podPlace(kind, object);
  const spec = place?.template.spec;
  const judgeOther = spec ? undefined : otherJudge(kind, object);
  if (!spec && !judgeOther) return [];
  const found: RawFinding[] = [];
  let current: GradedLint;
  const report: Report = (path, message, suggestion, ...related) => {
    const { level, rule } = current;
    const { id, insteadOf } = rule;
    found.push({ rule: id, level, stage: 'lint', insteadOf, path, message, suggestion, related });
  };
  const rules = gradedOnce(errorsOnly, levels);
  if (judgeOther) {
    for (current of rules) judgeOther(current.rule, report);
    return found;
  }
  const pod = podIn(kind, place!, utilizations);
  const answers = answersOf(pod);
  for (current of rules) {
    if ((answers & current.when) === current.when) current.rule.judge?.(pod, report);
  }
  return found;
}

const DATA = FieldPath.of('data');
const SPEC = FieldPath.of('spec');

/** How a rule judges an object without a Pod; undefined if none has anything to say of it. */
function otherJudge(kind: string, object: object): ((rule: Lint, report: Report) => void) | undefined {
  if (kind === 'v1 ConfigMap') {
    const { data } = object as ConfigMap;
    return data && ((rule, report) => rule.judgeConfigMap?.(data, DATA, report));
  }
  if (kind === 'v1 Service') {
    const { spec } = object as Service;
    return spec && ((rule, report) => rule.judgeService?.(spec, SPEC, report));
  }
  return undefined;
}

function podIn(kind: string, place: PodPlace, utilizations: readonly Utilization[]): LintedPod {
  const spec = place.template.spec!;
  return lintedPod(
    kind.slice(kind.indexOf(' ') + 1),
    spec,
    place.path.field('spec'),
    hasDeadline(spec, place.owner),
    utilizations,
  );
}

/** The predicates that hold for a Pod, a bit each. */
function answersOf(pod: LintedPod): number {
  let answers = 0;
  for (let index = 0; index < PREDICATES.length; index++) {
    if (PREDICATES[index](pod)) answers |= 1 << index;
  }
  return answers;
}

const hasDeadline = (spec: PodSpec, owner: { activeDeadlineSeconds?: number } | undefined) =>
  spec.activeDeadlineSeconds !== undefined || owner?.activeDeadlineSeconds !== undefined;

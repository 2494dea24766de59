import { type Autoscalers, utilizationsOf } from '../autoscalers';
import type { Cluster } from '../cluster';
import { Collector, type RawFinding } from '../collector';
import type { DefinitionSource } from '../custom-kinds/definitions';
import { UNKNOWN_FIELD } from '../decode/rules';
import { decodePart } from '../decode/decode';
import { Issues } from '../decode/issues';
import { defaultConditions, defaultJobSpec, judgeJobSpec } from '../kinds/shared/job-spec';
import { judgeTemplate, RUNS_FOR_EVER } from '../kinds/shared/template';
import { defaultTemplate } from '../defaults/pod-spec';
import { withoutEchoes } from '../echoes';
import { Field } from '../field';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { lintPod } from '../lint';
import { type NamespaceLabels, policyFor } from '../pod-security/namespaces';
import { podSubject } from '../pod-security/pod-subject';
import type { PodSecurity, WorkloadsLevel } from '../pod-security/policy';
import type { RuleLevels } from '../rule-levels';
import { withoutFindingsOfRefused, withoutWarningsOfRefused } from '../warnings/of-refused';
import { warnOfJobSpec } from '../warnings/job';
import { warnOfPodSpec } from '../warnings/pod-spec';
import type { DefinedResource, definedResource } from './by-definition';
import type { EmbeddedPod } from './embedded-pod';
import { embeddedPodsOf } from './known';
import type { PodTemplatePattern } from './pattern';
import { type Placed, STRUCTS, structAround, valuesAt } from './places';
import { type EmbeddedTemplate, fillIn, templateIn } from './template';
import { withoutUncertain } from './tolerate';
import { withClaims, withoutExtra } from './own-fields';

export { notedPods } from './note';
export { podWaysIn } from './ways';

/** What the judging of Pods in custom resources depends on. */
export interface EmbeddedPodOptions {
  readonly minor: number;
  readonly cluster?: Cluster;
  readonly podSecurity?: PodSecurity;
  readonly podSecurityWorkloads?: WorkloadsLevel;
  readonly namespaces?: NamespaceLabels;
  readonly autoscalers?: Autoscalers;
  readonly rules?: RuleLevels;
  readonly errorsOnly?: boolean;
  /** What the user says of kinds of custom resources. */
  readonly crds?: readonly DefinitionSource[];
  readonly podTemplates?: readonly PodTemplatePattern[];
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * What is wrong with the Pods in a custom resource. A server takes the custom resource, and refuses what its
 * controller makes of it: no finding has a reason.
 */
export function judgeEmbeddedPods(manifest: Manifest, options: EmbeddedPodOptions): readonly RawFinding[] {
  const { crds, minor, podTemplates } = options;
  const defined = crds?.length ? definedIn(manifest, crds, minor) : undefined;
  const pods = embeddedPodsOf(manifest, podTemplates) ?? defined?.pods ?? NOTHING;
  if (!pods.length) return NOTHING;
  const struct = structAround(pods);
  const found = pods.flatMap((pod) =>
    pod.at
      .flatMap((path) => valuesAt(defined?.object ?? manifest, path))
      .flatMap((placed) => new Judging(manifest, struct, pod, placed, options).findings()),
  );
  return defined
    ? found.filter(({ rule, path }) => rule !== UNKNOWN_FIELD.id || !defined.declares(path))
    : found;
}

const NOTHING: readonly never[] = [];

function definedIn(...given: Parameters<typeof definedResource>): DefinedResource | undefined {
  const byDefinition = require('./by-definition') as typeof import('./by-definition');
  return byDefinition.definedResource(...given);
}

/** One Pod, or part of one, in a custom resource. */
class Judging {
  private readonly collector: Collector;
  private readonly at: Field;
  private readonly issues: Issues;

  constructor(
    private readonly manifest: Manifest,
    struct: string,
    private readonly pod: EmbeddedPod,
    private readonly placed: Placed,
    private readonly options: EmbeddedPodOptions,
  ) {
    this.collector = new Collector(options.minor, options.cluster);
    this.at = placed.at.from(Field.root(this.collector));
    this.issues = new Issues(struct, options.minor, manifest);
  }

  findings(): RawFinding[] {
    const { pod, manifest, at, issues } = this;
    const { value } = this.placed;
    const decoded = decodePart<object>(withoutExtra(value, pod.extra), STRUCTS[pod.type], at, issues);
    const found = decoded ? this.ofDecoded(decoded) : NOTHING;
    const all = [...issues.found, ...withoutEchoes(found, issues.found)];
    return withoutUncertain(all, pod, manifest, value).map((finding) => ({
      ...finding,
      reason: undefined,
      violation: undefined,
      embedded: true,
    }));
  }

  private ofDecoded(decoded: object): readonly RawFinding[] {
    const { pod, collector, issues, options } = this;
    const embedded = templateIn(decoded, pod.type, this.at, collector);
    fillIn(embedded, pod.defaults ?? {});
    if (pod.type === 'Container') fillIn(embedded, SECURE);
    withClaims(embedded.template, pod.claims, this.manifest);
    const judged = judgeEmbedded(embedded, pod, collector, options.errorsOnly);
    const all = withoutWarningsOfRefused(collector.findings, judged, issues.found);
    if (pod.merged) return all;
    const lints = this.lints(embedded);
    return [...all, ...this.violations(embedded), ...withoutFindingsOfRefused(lints, all)];
  }

  private violations({ template, at }: EmbeddedTemplate): readonly RawFinding[] {
    const { podSecurity, namespaces, minor, podSecurityWorkloads, rules } = this.options;
    const policy = policyFor(this.manifest, podSecurity, namespaces);
    if (!policy) return NOTHING;
    const { graded, judgeEmbeddedByPolicy } = require('../pod-security') as typeof import('../pod-security');
    const subject = podSubject(template.metadata, template.spec, at, false);
    return graded(judgeEmbeddedByPolicy(subject, policy, minor, podSecurityWorkloads), rules);
  }

  private lints({ template, at, job }: EmbeddedTemplate): RawFinding[] {
    const { manifest, pod, options } = this;
    const kind = job ? 'Job' : (pod.runsAs ?? 'PodTemplate');
    const utilizations = pod.runsAs ? utilizationsOf(manifest, options.autoscalers) : [];
    return lintPod(kind, { template, path: at, owner: job?.spec }, options, utilizations);
  }
}

/** Of a container alone, nobody knows what its Pod sets: at best, all that a policy asks for. */
const SECURE = {
  spec: { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
};

/**
 * Carries out the stages after decoding; returns how many findings there were before the last, the warnings.
 */
function judgeEmbedded(
  { template, at, job }: EmbeddedTemplate,
  { runsAs }: EmbeddedPod,
  collector: Collector,
  errorsOnly = false,
): number {
  const spec = (template.spec ??= {});
  dropDisabledPodFields(spec, template.metadata, at);
  defaultTemplate({ template });
  if (job) {
    defaultJobSpec(job.spec);
    defaultConditions(job.spec);
    judgeJobSpec(job.spec, job.at);
  } else {
    judgeTemplate(template, at);
  }
  if (runsAs) at.apply(RUNS_FOR_EVER(runsAs), template);
  const judged = collector.findings.length;
  if (errorsOnly) return judged;
  if (job) warnOfJobSpec(job.spec, job.at);
  else warnOfPodSpec(spec, template.metadata, at);
  return judged;
}

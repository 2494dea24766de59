import type { Admission } from './admit/objects';
import type { Decisions } from './admit';
import type { QuotaLedger } from './admit/quota/ledger';
import type { AdmissionLevel } from './options';
import { deprecatedKind } from './deprecated-kind';
import { type Autoscalers, utilizationsOf } from './autoscalers';
import type { DefinitionSource } from './custom-kinds/definitions';
import { decode } from './decode/decode';
import type { Cluster } from './cluster';
import { internalError } from './internal-error';
import { withoutEchoes } from './echoes';
import { Field } from './field';
import type { FindingResource } from './finding';
import { strategyOf } from './kinds';
import type { AnyObject, Strategy } from './kinds/strategy';
import { lint } from './lint';
import type { PodTemplatePattern } from './embedded-pods/pattern';
import type { RuleLevels } from './rule-levels';
import { type Head, headProblem, resourceOf } from './manifest-head';
import { type NamespaceLabels, policyFor } from './pod-security/namespaces';
import type { PodSecurity, WorkloadsLevel } from './pod-security/policy';
import { METADATA, METADATA_LAST } from './rules/metadata';
import { covers, type Kind, kindOf } from './schema/schema';
import type { CustomResources } from './unknown-kinds/custom-resources';
import { notJudged } from './unknown-kinds/not-judged';
import type { Coverage } from './unknown-kinds/not-judged-text';
import { groupOf, mayBeCustom } from './unknown-kinds/own-groups';
import { Collector, type RawFinding } from './collector';
import { withoutFindingsOfRefused, withoutWarningsOfRefused } from './warnings/of-refused';
import { REPEATED_OWNERS } from './warnings/owners';

/** Result of validating one manifest. */
export interface Judgement {
  readonly resource: FindingResource;
  /** Findings of all stages, in the order of the stages. */
  readonly findings: readonly RawFinding[];
  /** Causes that the server reports once, however often it finds them: none if not given. */
  readonly merged?: 'all' | 'metadata';
  /** How much was judged, if not everything. */
  readonly coverage?: Coverage;
  /** The name of its resources, if it is a custom resource. */
  readonly plural?: string;
}

/** Context of every stage except the first. */
export interface EngineOptions {
  /** Kubernetes minor to judge by: 36 is 1.36. */
  readonly minor: number;
  /** What the cluster holds; what is absent is not known. */
  readonly cluster?: Cluster;
  /** Pod Security policy where a namespace's labels give none; without any, nothing is judged by it. */
  readonly podSecurity?: PodSecurity;
  /** Level of findings about the Pods of workloads that a policy would refuse; `error` if not given. */
  readonly podSecurityWorkloads?: WorkloadsLevel;
  /** Labels of namespaces that ask for a policy. */
  readonly namespaces?: NamespaceLabels;
  /** What autoscalers measure of workloads. */
  readonly autoscalers?: Autoscalers;
  /** What other manifests of the run decide about this one. */
  readonly admission?: Admission;
  /** Level of what they refuse; `error` if not given. */
  readonly admissionLevel?: AdmissionLevel;
  /** Counts what the objects of a run use. */
  readonly ledger?: QuotaLedger;
  /** Levels of lint rules that differ from the defaults. */
  readonly rules?: RuleLevels;
  /** Custom resources that the cluster has. */
  readonly customResources?: readonly CustomResources[];
  /** CustomResourceDefinitions that the cluster has; the last of a kind counts. */
  readonly crds?: readonly DefinitionSource[];
  /** Where users say that custom resources have Pods. */
  readonly podTemplates?: readonly PodTemplatePattern[];
  /** Whether nobody asks for more than errors, so that the rest need not be looked for. */
  readonly errorsOnly?: boolean;
}

/**
 * Judges one manifest. Pure: the manifest stays as it is, and nothing else is looked at. A bug becomes a
 * finding.
 */
export function judge(manifest: unknown, options: EngineOptions): Judgement {
  try {
    return judgement(manifest, options);
  } catch (error) {
    return { resource: resourceOf(manifest), findings: [internalError(error)] };
  }
}

function judgement(manifest: unknown, options: EngineOptions): Judgement {
  const problem = headProblem(manifest);
  if (problem) return { resource: resourceOf(manifest), findings: [problem] };
  const { apiVersion, kind: name } = manifest as Head;
  const kind = kindOf(apiVersion, name);
  if (!kind || !covers(kind.minors, options.minor)) {
    return withEmbeddedPods(unknown(manifest as Head, options), manifest as Head, options);
  }
  const strategy = strategyOf(kind);
  const collector = new Collector(options.minor, clusterOf(options));
  const findings = judgeKind(manifest as object, kind, strategy, collector, options);
  const { deprecated } = strategy;
  if (deprecated && deprecated.since <= options.minor) findings.unshift(deprecatedKind(kind, deprecated));
  const resource = resourceOf(manifest);
  const coverage = coverageOf(strategy, collector);
  const merged = mergedCauses(strategy, options.minor);
  return coverage ? { resource, findings, merged, coverage } : { resource, findings, merged };
}

function coverageOf({ validate }: Strategy, { hasExpressions }: Collector): Coverage | undefined {
  if (!validate) return 'partial';
  return hasExpressions ? 'rules' : undefined;
}

/** Where declarative validation joins in, errors are filtered: ErrorList.Filter, apimachinery 1.37. */
function mergedCauses(
  { repeatsCauses }: Pick<Strategy, 'repeatsCauses'>,
  minor: number,
): Judgement['merged'] {
  if (minor < 37) return undefined;
  return repeatsCauses ? 'metadata' : 'all';
}

function unknown(manifest: Head, options: EngineOptions): Judgement {
  const custom = options.crds?.length ? judgeCustom(manifest, options) : undefined;
  if (custom) return custom;
  const { judgeUnknownKind } = require('./unknown-kinds/judge') as typeof import('./unknown-kinds/judge');
  return {
    resource: resourceOf(manifest),
    findings: judgeUnknownKind(manifest, options),
    merged: mergedCauses({ repeatsCauses: true }, options.minor),
    coverage: 'none',
  };
}

/** Undefined if no definition has the kind. */
function judgeCustom(manifest: Head, options: EngineOptions): Judgement | undefined {
  const { judgeCustomResource } = require('./custom-kinds') as typeof import('./custom-kinds');
  const judged = judgeCustomResource(manifest, options);
  if (!judged) return undefined;
  const { object, kind, ...others } = judged;
  const isTaken = object && !others.findings.some(({ reason }) => reason);
  const decisions = isTaken ? decisionsOn(object, kind, options) : undefined;
  return {
    resource: resourceOf(manifest),
    merged: mergedCauses({ repeatsCauses: true }, options.minor),
    ...others,
    ...(decisions && { findings: [...others.findings, ...decided(decisions, [], options)] }),
  };
}

/** With the findings about Pods in a custom resource, whether or not its own fields are known. */
function withEmbeddedPods(judgement: Judgement, manifest: Head, options: EngineOptions): Judgement {
  if (!mayBeCustom(groupOf(manifest.apiVersion))) return judgement;
  const pods = require('./embedded-pods/judge') as typeof import('./embedded-pods/judge');
  const found = withoutFindingsOfRefused(pods.judgeEmbeddedPods(manifest, options), judgement.findings);
  const noted =
    judgement.coverage === 'none'
      ? pods.notedPods(judgement.findings, manifest, options.podTemplates)
      : undefined;
  const known: Judgement = noted ? { ...judgement, findings: noted, coverage: 'pods' } : judgement;
  return found.length ? { ...known, findings: [...known.findings, ...found] } : known;
}

function judgeKind(
  manifest: object,
  kind: Kind,
  strategy: Strategy,
  collector: Collector,
  options: EngineOptions,
): RawFinding[] {
  const { object, issues } = decode<AnyObject>(manifest, kind.struct, options.minor);
  const decisions = decisionsOn(object, kind, options);
  const judged = judgeObject(object, kind, strategy, collector, options, decisions);
  const all = withoutWarningsOfRefused(collector.findings, judged, issues.found);
  const secured = podSecurityFindings(object, kind, options);
  const isTaken = !issues.found.some(({ reason }) => reason) && !collector.refuses();
  const findings = [
    ...all,
    ...(decisions && isTaken ? decided(decisions, secured, options) : secured),
    ...lintFindings(object, kind, all, options),
  ];
  return issues.found.length ? [...issues.found, ...withoutEchoes(findings, issues.found)] : findings;
}

/** The cluster with what the manifests of the run say of it. */
function clusterOf({ admission, admissionLevel, minor, cluster }: EngineOptions): Cluster | undefined {
  if (!admission || admissionLevel === 'off') return cluster;
  const { clusterIn } = require('./admit') as typeof import('./admit');
  return clusterIn(admission, minor, cluster);
}

/** What the other manifests of the run decide about an object; undefined if they decide nothing. */
function decisionsOn(object: AnyObject, kind: Kind, options: EngineOptions): Decisions | undefined {
  const { admission, admissionLevel, minor, crds } = options;
  if (!admission || admissionLevel === 'off') return undefined;
  const { Decisions: Deciding } = require('./admit') as typeof import('./admit');
  return new Deciding(object, kind, { admission, minor, cluster: clusterOf(options), crds });
}

/** What refuses an object that validation accepts, in the order in which a server asks. */
function decided(
  decisions: Decisions,
  secured: readonly RawFinding[],
  { rules, admissionLevel, ledger }: EngineOptions,
): readonly RawFinding[] {
  const limits = decisions.limits();
  const policies = decisions.policies();
  if (ledger && ![...limits, ...secured, ...policies].some(({ reason }) => reason)) decisions.charge(ledger);
  const level = (findings: readonly RawFinding[]) => decisions.graded(findings, admissionLevel, rules);
  return [...level(limits), ...secured, ...level(policies), ...level(decisions.quotas())];
}

/**
 * Carries out the stages after decoding; returns how many findings there were before the last, the warnings.
 */
function judgeObject(
  object: AnyObject,
  kind: Kind,
  strategy: Strategy,
  collector: Collector,
  { rules, errorsOnly = false }: EngineOptions,
  decisions?: Decisions,
): number {
  const root = Field.root(collector);
  const place = root.field('metadata');
  place.apply(REPEATED_OWNERS, object.metadata);
  prepare(object, strategy, root, decisions);
  const subject = { object, metadata: object.metadata ?? {}, strategy, namespaced: kind.namespaced };
  if (!strategy.review) place.apply(METADATA, subject);
  strategy.validate?.(object, root);
  const coverage = coverageOf(strategy, collector);
  if (coverage) collector.findings.push(...notJudged(kind, coverage, rules));
  if (!strategy.review && !collector.refuses()) place.apply(METADATA_LAST, subject);
  const judged = collector.findings.length;
  if (!errorsOnly) strategy.warn?.(object, root);
  return judged;
}

/** The object as a server judges it, unless it refuses it before: without dropped fields, with defaults. */
export function prepared<T extends AnyObject>(
  object: T,
  strategy: Strategy,
  minor: number,
  cluster: Cluster | undefined,
): T {
  prepare(object, strategy, Field.root(new Collector(minor, cluster)));
  return object;
}

/** Stages between decoding and validation. */
function prepare(object: AnyObject, strategy: Strategy, root: Field, decisions?: Decisions): void {
  strategy.dropDisabledFields?.(object, root);
  strategy.applyDefaults?.(object, root.minor);
  decisions?.mutate();
  strategy.admit?.(object, root);
  if (strategy.beginCreate) root.early(() => strategy.beginCreate!(object, root));
}

function podSecurityFindings(object: AnyObject, kind: Kind, options: EngineOptions): readonly RawFinding[] {
  const { minor, podSecurity, podSecurityWorkloads, namespaces, rules } = options;
  const labels = kind.kind === 'Namespace' ? object.metadata?.labels : undefined;
  const policy = policyFor(object, podSecurity, namespaces);
  if (!labels && !policy) return NOTHING;
  const { graded, judgeByPolicy, judgeNamespaceLabels } =
    require('./pod-security') as typeof import('./pod-security');
  if (labels) return graded(judgeNamespaceLabels(labels), rules);
  return policy
    ? graded(judgeByPolicy(nameOf(kind), object, policy, minor, podSecurityWorkloads), rules)
    : NOTHING;
}

/** Lint findings about parts that a server accepts. */
function lintFindings(
  object: AnyObject,
  kind: Kind,
  found: readonly RawFinding[],
  { rules, errorsOnly = false, autoscalers }: EngineOptions,
): readonly RawFinding[] {
  const lints = lint(nameOf(kind), object, errorsOnly, rules, utilizationsOf(object, autoscalers));
  return lints.length ? withoutFindingsOfRefused(lints, found) : NOTHING;
}

const NOTHING: readonly RawFinding[] = [];

const nameOf = ({ apiVersion, kind }: Kind) => `${apiVersion} ${kind}`;

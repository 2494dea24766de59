import { NIL } from '../../go/value';
import { Collector, type RawFinding } from '../collector';
import { judgeMetadata } from '../crd/embedded-metadata';
import type { Schema } from '../crd/schema';
import { namedPlace, reportValueErrors } from '../crd/value-causes';
import { validateValue } from '../crd/values/validate-value';
import { Field } from '../field';
import type { AnyObject, Strategy } from '../kinds/strategy';
import type { RuleLevels } from '../rule-levels';
import { effectiveName, METADATA, METADATA_LAST } from '../rules/metadata';
import { ALL_MINORS, type Kind } from '../schema/schema';
import { notJudged } from '../unknown-kinds/not-judged';
import type { Coverage } from '../unknown-kinds/not-judged-text';
import { withoutWarningsOfRefused } from '../warnings/of-refused';
import { REPEATED_OWNERS } from '../warnings/owners';
import { customKind, type CustomKind } from './custom-kind';
import { type DecodedResource, decodeResource } from './decode';
import type { DefinitionSource } from './definitions';
import { mayHaveRules } from './may-have-rules';
import { judgeListTypes } from './list-types';
import { fillDefaults } from './nulls';
import { CUSTOM_FINALIZER, CUSTOM_RESOURCE } from './rules';
import { judgeScale } from './scale';
import { deprecation, warnOfFinalizers } from './warnings';

export { type CustomKind, customKind, servedVersions } from './custom-kind';

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface CustomOptions {
  readonly crds?: readonly DefinitionSource[];
  readonly minor: number;
  readonly rules?: RuleLevels;
  readonly errorsOnly?: boolean;
}

/** What is found in a custom resource. */
export interface CustomJudgement {
  readonly findings: readonly RawFinding[];
  readonly coverage?: Coverage;
  /** The name of its resources. */
  readonly plural: string;
  /** The object with its defaults, if its fields are known. */
  readonly object?: AnyObject;
  readonly kind: Kind;
}

/** Judges a custom resource by its definition; undefined if none of the definitions has its kind. */
export function judgeCustomResource(manifest: Head, options: CustomOptions): CustomJudgement | undefined {
  const { crds = [], minor, rules } = options;
  const kind = customKind(crds, manifest.apiVersion, manifest.kind, minor);
  if (!kind) return undefined;
  const plural = kind.crd.spec?.names?.plural ?? '';
  const own = { plural, kind: ownKind(manifest, kind) };
  if (!kind.schema) return { findings: notJudged(manifest, 'none', rules), coverage: 'none', ...own };
  const decoded = decodeResource(manifest, kind, minor);
  const collector = new Collector(minor);
  const judged = judgeDecoded(decoded, kind, collector, options);
  const findings = withoutWarningsOfRefused(collector.findings, judged, decoded.issues);
  return {
    findings: [...deprecation(kind), ...decoded.issues, ...withoutEchoes(findings, decoded)],
    ...own,
    object: decoded.object,
    ...(collector.hasExpressions ? { coverage: 'rules' } : {}),
  };
}

/** Its kind, as if it were one of those that every server has. */
const ownKind = ({ apiVersion, kind }: Head, { crd, namespaced }: CustomKind): Kind => ({
  apiVersion,
  kind,
  struct: '',
  plural: crd.spec?.names?.plural ?? '',
  namespaced,
  minors: ALL_MINORS,
});

/** Carries out the stages after decoding; returns how many findings there were before the warnings. */
function judgeDecoded(
  { object, issues }: DecodedResource,
  kind: CustomKind,
  collector: Collector,
  { errorsOnly }: CustomOptions,
): number {
  const root = Field.root(collector);
  const place = root.field('metadata');
  place.apply(REPEATED_OWNERS, object.metadata);
  prepareResource(object, kind);
  const strategy = strategyOf(kind);
  const { metadata = {} } = object;
  const subject = { object: object as AnyObject, metadata, strategy, namespaced: kind.namespaced };
  place.apply(METADATA, subject);
  root.apply(SCHEMA, { object, kind, isWrong: issues.some(({ strict }) => !strict) });
  if (!collector.refuses()) place.apply(METADATA_LAST, subject);
  const judged = collector.findings.length;
  if (!errorsOnly) root.apply(WARNINGS, object);
  return judged;
}

type ResourceObject = DecodedResource['object'];

/** A custom resource as a server stores it. */
export function storedResource(manifest: object, kind: CustomKind, minor: number): ResourceObject {
  const { object } = decodeResource(manifest, kind, minor);
  prepareResource(object, kind);
  return object;
}

/** Defaults, and what a server drops on create (PrepareForCreate, pkg/registry/customresource 1.36). */
export function prepareResource(object: ResourceObject, { schema, version }: CustomKind): void {
  fillDefaults(object, schema);
  if (version.subresources?.status) delete object.status;
}

const strategyOf = ({ crd, version }: CustomKind): Strategy => ({
  apiVersion: `${crd.spec?.group}/${version.name}`,
  kind: crd.spec?.names?.kind ?? '',
  generationSince: 0,
  genericMetadata: true,
});

interface Subject {
  readonly object: ResourceObject;
  readonly kind: CustomKind;
  /** Whether metadata in it may have wrong types, which have been reported. */
  readonly isWrong: boolean;
}

/** customResourceStrategy.Validate without the metadata, pkg/registry/customresource 1.30 to 1.37. */
const SCHEMA = {
  id: CUSTOM_RESOURCE.id,
  judge({ object, kind: { schema, version }, isWrong }: Subject, at: Field) {
    const named = isWrong ? object : withName(object);
    reportValueErrors(validateValue(named, schema!, at.minor), at);
    const { scale } = version.subresources ?? {};
    if (scale) judgeScale(object, scale, at);
    if (!isWrong) judgeMetadata(object, schema!, false, at);
    judgeListTypes(object, schema, at);
    judgeRules(named, schema!, at);
  },
};

/** With the name that a server makes of generateName before it validates (BeforeCreate, apiserver 1.36). */
function withName(object: ResourceObject): ResourceObject {
  const { metadata } = object;
  if (!metadata?.generateName || metadata.name) return object;
  return { ...object, metadata: { ...metadata, name: effectiveName(metadata) } };
}

/** hasBlockingErr: what is of a wrong type, and the like, keeps rules from being evaluated. */
function judgeRules(object: ResourceObject, schema: Schema, at: Field): void {
  if (!mayHaveRules(schema)) return;
  const { judgeExpressions } = require('./expressions') as typeof import('./expressions');
  if (!at.hasReported(BLOCKING)) return judgeExpressions(object, schema, at);
  namedPlace(at).invalid(
    NIL,
    'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
    { suggestion: 'fix the other errors first' },
  );
}

const BLOCKING: ReadonlySet<string> = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

const WARNINGS = {
  id: CUSTOM_FINALIZER.id,
  judge({ metadata }: ResourceObject, at: Field) {
    warnOfFinalizers(metadata?.finalizers ?? [], at.field('metadata', 'finalizers'));
  },
};

/** Leaves out what is said of fields whose types are wrong. */
function withoutEchoes(findings: readonly RawFinding[], { issues }: DecodedResource): readonly RawFinding[] {
  const refused = new Set(issues.filter(({ strict }) => !strict).map(({ path }) => path.toString()));
  if (!refused.size) return findings;
  return findings.filter(({ path }) => ![...path.holders()].some((holder) => refused.has(holder)));
}

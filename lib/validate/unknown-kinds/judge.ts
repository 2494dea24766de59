import { closest } from '../closest';
import type { DefinitionSource } from '../custom-kinds/definitions';
import type { RuleLevel } from '../finding';
import type { RuleLevels } from '../rule-levels';
import { FieldPath } from '../path';
import { allKinds, covers, existsIn, type Kind, kindInLowerCase, kindOf } from '../schema/schema';
import type { RawFinding } from '../collector';
import { allows, type CustomResources } from './custom-resources';
import { deprecatedKind } from '../deprecated-kind';
import { type FormerKind, formerKind } from './former-kinds';
import { toolOfGroup } from '../sources/tool-groups';
import { notJudged } from './not-judged';
import { notJudgedText } from './not-judged-text';
import { CHECK_KIND, UNDEFINED_KIND_LEVEL, UNKNOWN_KIND } from './rules';
import { groupOf, mayBeCustom } from './own-groups';
import { isServedWithoutSchema, kindsWithoutSchema } from './without-schema';

interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface UnknownKindOptions {
  readonly minor: number;
  readonly rules?: RuleLevels;
  readonly customResources?: readonly CustomResources[];
  readonly crds?: readonly DefinitionSource[];
}

/**
 * What kubectl says of a kind that the server does not have. Whether a cluster has a custom resource is for
 * the user to say; what is in Kubernetes' own groups is known here, so that nothing can allow it.
 */
export function judgeUnknownKind(head: Head, options: UnknownKindOptions): RawFinding[] {
  const { minor, rules } = options;
  const group = groupOf(head.apiVersion);
  const meant = kindInLowerCase(head.apiVersion, head.kind, minor);
  if (meant) return [notRegistered(head, meant)];
  if (isServedWithoutSchema(head.apiVersion, head.kind, minor)) {
    return servedWithoutSchema(head, minor, rules);
  }
  if (!mayBeCustom(group) || toolOfGroup(group) || isOfKubernetes(head)) {
    return [{ ...noMatch(head), suggestion: likelyKind(head, minor) ?? CHECK_KIND }];
  }
  const versions = definedVersions(head, options);
  if (versions) return [{ ...noMatch(head), suggestion: versions }];
  if (allows(options.customResources ?? [], group, head.kind)) return [];
  return undefinedKind(head, rules?.[UNKNOWN_KIND.id] ?? UNDEFINED_KIND_LEVEL, minor);
}

/** A kind whose definition nobody has specified. */
function undefinedKind(head: Head, level: RuleLevel, minor: number): RawFinding[] {
  if (level === 'off') return [];
  const group = groupOf(head.apiVersion);
  const suggestion = [
    likelyKind(head, minor),
    'if it is a custom resource, specify its CustomResourceDefinition with --crd or crds',
    `or accept it with --custom-resource or customResources: ${group}`,
  ]
    .filter(Boolean)
    .join('; ');
  const finding = { ...noMatch(head), level, suggestion, uncertain: true };
  return level === 'info'
    ? [
        {
          ...finding,
          reason: undefined,
          message: notJudgedText(`${head.apiVersion} ${head.kind}`, 'undefined'),
        },
      ]
    : [{ ...finding, reason: level === 'error' ? 'Client' : undefined }];
}

/** A kind of Kubernetes in a group that is probably a mistake for its own. */
const isOfKubernetes = ({ apiVersion, kind }: Head) =>
  groupOf(apiVersion).endsWith('.k8s.io') && [...allKinds().values()].some((known) => known.kind === kind);

/** Which versions of a kind its definition serves, in words; undefined if the kind has no definition. */
function definedVersions(
  { apiVersion, kind }: Head,
  { crds = [], minor }: UnknownKindOptions,
): string | undefined {
  if (!crds.length) return undefined;
  const { servedVersions } =
    require('../custom-kinds/custom-kind') as typeof import('../custom-kinds/custom-kind');
  const group = groupOf(apiVersion);
  const versions = servedVersions(crds, group, kind, minor);
  if (!versions) return undefined;
  return versions.length
    ? `${kind} is served by apiVersion ${versions.map((version) => `${group}/${version}`).join(' or ')}`
    : `its CustomResourceDefinition serves no version of ${kind}`;
}

const noMatch = ({ apiVersion, kind }: Head): RawFinding => ({
  rule: UNKNOWN_KIND.id,
  level: 'error',
  stage: 'read',
  path: FieldPath.of('kind'),
  message: `no matches for kind "${kind}" in version "${apiVersion}"`,
  reason: 'Client',
});

/** kubectl knows the kind in small letters too, and sends it; the server does not. */
const notRegistered = ({ apiVersion, kind }: Head, meant: Kind): RawFinding => ({
  rule: UNKNOWN_KIND.id,
  level: 'error',
  stage: 'decode',
  path: FieldPath.of('kind'),
  message: `no kind "${kind}" is registered for version "${apiVersion}" in scheme ${SERVER_SCHEME}`,
  suggestion: `did you mean "${meant.kind}"?`,
  reason: 'BadRequest',
});

/** Where the server's types are registered (runtime.NewScheme, pkg/api/legacyscheme 1.36). */
const SERVER_SCHEME = '"pkg/api/legacyscheme/scheme.go:30"';

/** A beta version is deprecated three minors before it is removed, which the server warns of. */
function servedWithoutSchema(head: Head, minor: number, rules: RuleLevels | undefined): RawFinding[] {
  const { minors: [, last] = [0, Infinity], replacement } = formerKind(head.apiVersion, head.kind) ?? {};
  const unjudged = notJudged(head, 'none', rules);
  if (!replacement || last < minor) return unjudged;
  const deprecation = { since: last + 1 - 3, unavailable: last + 1, instead: replacement };
  return [deprecatedKind(head, deprecation), ...unjudged];
}

/** What was most likely meant, of the kinds that the minor has. */
function likelyKind({ apiVersion, kind }: Head, minor: number): string | undefined {
  const former = formerKind(apiVersion, kind);
  if (former) return ofFormer(former, apiVersion, kind, minor);
  const known = kindOf(apiVersion, kind);
  const kinds = [
    ...[...allKinds().values()].filter(({ minors }) => covers(minors, minor)),
    ...kindsWithoutSchema(minor),
  ];
  return (
    served(kind, apiVersion, kinds) ??
    (known ? `it ${existsIn(known.minors)}` : undefined) ??
    later(kind) ??
    misspelt(kind, apiVersion, kinds)
  );
}

/** Since when a kind is gone, or that it is off by default, and what to use. */
function ofFormer({ minors, replacement, changes }: FormerKind, ...[apiVersion, kind, minor]: Asked): string {
  const instead = replacement && insteadOf(replacement, minor);
  const advice = [instead, changes].filter(Boolean).join(': ');
  if (!minors) return `${apiVersion} ${kind} is no longer served; ${advice}`;
  const [first, last] = minors;
  if (last < minor) return `removed in 1.${last + 1}${advice && `; ${advice}`}`;
  if (minor < first) return `it is available since Kubernetes 1.${first}, where it is off by default`;
  const off = `it is off by default: enable it with --runtime-config=${apiVersion}=true`;
  return instead ? `${off}, or ${advice}` : off;
}

type Asked = [apiVersion: string, kind: string, minor: number];

function insteadOf(replacement: string, minor: number): string | undefined {
  const [apiVersion, kind] = replacement.split(' ');
  const known = kindOf(apiVersion, kind);
  return known && !covers(known.minors, minor)
    ? `${replacement} ${existsIn(known.minors)}`
    : `use ${replacement}`;
}

/** The apiVersions that serve a kind: those of the group asked for, if it has the kind. */
function served(kind: string, apiVersion: string, kinds: readonly Head[]): string | undefined {
  const all = kinds.filter((other) => other.kind === kind);
  const same = all.filter((other) => groupOf(other.apiVersion) === groupOf(apiVersion));
  const versions = (same.length ? same : all).map((other) => other.apiVersion);
  return versions.length ? `${kind} is served by apiVersion ${versions.join(' or ')}` : undefined;
}

function later(kind: string): string | undefined {
  const found = [...allKinds().values()].find((other: Kind) => other.kind === kind);
  return found && `${kind} is served by apiVersion ${found.apiVersion}, which ${existsIn(found.minors)}`;
}

function misspelt(kind: string, apiVersion: string, kinds: readonly Head[]): string | undefined {
  const own = closest(
    kind,
    kinds.filter((other) => other.apiVersion === apiVersion).map((other) => other.kind),
  );
  if (own) return `did you mean "${own}"?`;
  const near = closest(
    kind,
    kinds.map((other) => other.kind),
  );
  const versions = kinds.filter((other) => other.kind === near).map((other) => other.apiVersion);
  return near && `did you mean "${near}"? It is served by apiVersion ${versions.join(' or ')}`;
}

import type { Issue } from './decode/issues';
import type { Judgement } from './engine';
import { declaredLast } from './declared-causes';
import { decodeFault } from './decode/fault';
import { aggregateText } from '../go/aggregate';
import { quote } from '../go/format';
import { strategyOf } from './kinds';
import type { PathSegment } from './path';
import type { Mode } from './pod-security/policy';
import { allKinds, kindOf } from './schema/schema';
import type { RawFinding } from './collector';
import { warningHeaders } from './warnings/warning-headers';

/** One reason of a refusal, as a server's Status lists it. */
export interface Cause {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
}

/**
 * What a server would have said to one manifest under `kubectl create --dry-run=server --validate=strict`,
 * and nothing else.
 */
export interface ServerStatus {
  readonly ok: boolean;
  /** HTTP status; 0 where kubectl would not have sent the manifest. */
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  readonly causes: readonly Cause[];
  readonly warnings: readonly string[];
}

interface Refusal extends Pick<ServerStatus, 'code' | 'reason' | 'message'> {
  readonly causes?: readonly Cause[];
  /** Whether a policy has been looked at before: its warnings stay. */
  readonly warned?: boolean;
}

/** The first stage that refuses hides all later ones. */
export function serverStatus(judgement: Judgement): ServerStatus {
  const { findings } = judgement;
  const warnings = warningsOf(findings);
  const all = [...warnings, ...violationTexts(policyOf(findings), 'warn'), ...headersOf(findings)];
  const refusal = STAGES.reduce<Refusal | undefined>((found, stage) => found ?? stage(judgement), undefined);
  if (!refusal) return { ok: true, code: 201, reason: '', message: '', causes: [], warnings: all };
  const { code, reason, message, causes = [], warned } = refusal;
  return { ok: false, code, reason, message, causes, warnings: warned ? all : warnings };
}

/** What may refuse a manifest, in the server's order. */
const STAGES: readonly ((judgement: Judgement) => Refusal | undefined)[] = [
  unjudged,
  unsent,
  undecodable,
  unadmitted,
  unstored,
  invalid,
  overLimits,
  badPolicy,
  unadmittedLate,
];

/** An internal error is not a verdict: it is distinct from every response of a server. */
function unjudged({ findings }: Judgement): Refusal | undefined {
  const bug = findings.find(({ rule }) => rule === 'internal-error');
  return bug && { code: 500, reason: 'InternalError', message: bug.message };
}

function unsent({ findings }: Judgement): Refusal | undefined {
  const client = findings.find(({ reason }) => reason === 'Client');
  return client && { code: 0, reason: 'Client', message: client.message };
}

function undecodable({ resource, findings, plural }: Judgement): Refusal | undefined {
  const issues = findings.filter(
    (finding): finding is RawFinding & Partial<Issue> =>
      finding.stage === 'decode' && finding.reason !== undefined,
  );
  if (!issues.length) return undefined;
  // What is wrong with a custom resource has its order already, and is counted to the end.
  const text = plural === undefined ? decodeText(issues.sort(bySentOrder), MOST_STRICT) : decodeText(issues);
  return { code: 400, reason: 'BadRequest', message: `${undecoded(resource)}${text}` };
}

function unadmitted({ resource, findings }: Judgement): Refusal | undefined {
  const early = findings.find(({ stage, reason, late }) => stage === 'admit' && reason && !late);
  if (early?.reason === 'InternalError') return { code: 500, reason: '', message: early.message };
  if (early?.reason === 'BadRequest') return { code: 400, reason: 'BadRequest', message: early.message };
  return early && forbidden(unnamed(resource), early.message);
}

function unstored({ resource, findings }: Judgement): Refusal | undefined {
  const early = findings.filter((finding) => finding.early);
  const failure = early.find(({ reason }) => reason === 'InternalError');
  return failure ? failed(failure.message) : invalidFor(resource, early);
}

/** NewInternalError, apimachinery api/errors 1.36. */
const failed = (message: string): Refusal => ({
  code: 500,
  reason: 'InternalError',
  message: `Internal error occurred: ${message}`,
  causes: [{ reason: '', field: '', message }],
});

function invalid({ resource, findings, merged }: Judgement): Refusal | undefined {
  const causes = findings.filter(({ stage, reason }) => stage === 'judge' && reason);
  return invalidFor(resource, merged ? declaredLast(withoutRepeated(causes, merged), resource.kind) : causes);
}

function withoutRepeated(causes: readonly RawFinding[], merged: 'all' | 'metadata'): RawFinding[] {
  const seen = new Set<string>();
  return causes.filter(({ path, message }) => {
    const text = `${path.toString()}: ${message}`;
    return (merged === 'metadata' && !text.startsWith('metadata')) || seen.size < seen.add(text).size;
  });
}

/** LimitRanges. */
function overLimits({ resource, findings }: Judgement): Refusal | undefined {
  const text = lateText(findings.filter(({ beforePodSecurity }) => beforePodSecurity));
  return text === undefined ? undefined : forbidden(resource, text);
}

function unadmittedLate({ resource, findings, plural }: Judgement): Refusal | undefined {
  const text = lateText(findings);
  if (text === undefined) return undefined;
  const first = findings.find(({ late }) => late)!;
  const refusal = { ...forbidden(resource, text, plural), warned: true };
  return first.byPolicy ? { ...refusal, ...deniedFor(first) } : refusal;
}

/** Dispatch and reasonToCode, apiserver pkg/admission/plugin/policy/validating 1.36. */
const deniedFor = ({ reason = '', message }: RawFinding): Pick<Refusal, 'code' | 'reason' | 'causes'> => ({
  code: CODES[reason] ?? 422,
  reason,
  causes: [{ reason: '', field: '', message }],
});

const CODES: { readonly [reason: string]: number | undefined } = {
  Forbidden: 403,
  RequestEntityTooLarge: 413,
  Unauthorized: 401,
};

/** What admission policies warn of. */
const headersOf = (findings: readonly RawFinding[]): readonly string[] =>
  warningHeaders(findings.flatMap(({ header }) => header ?? []));

/** The first refusal after validation, with what a server lists together with it. */
function lateText(findings: readonly RawFinding[]): string | undefined {
  const late = findings.filter((finding) => finding.late);
  const [first] = late;
  if (!first?.together) return first?.message;
  const listed = late.filter(({ rule, together }) => rule === first.rule && together === first.together);
  return aggregateText(listed.map(({ message }) => message));
}

/** Pod Security: labels of a namespace, or a Pod that its policy refuses. */
function badPolicy({ resource, findings }: Judgement): Refusal | undefined {
  const policy = policyOf(findings);
  const [violation] = violationTexts(policy, 'enforce');
  return (
    invalidFor(
      resource,
      policy.filter(({ reason, violation: ofPod }) => reason && !ofPod),
    ) ?? (violation ? forbidden(resource, violation) : undefined)
  );
}

function invalidFor(resource: Resource, findings: readonly RawFinding[]): Refusal | undefined {
  const causes = findings.map(toCause);
  if (!causes.length) return undefined;
  const texts = aggregateText(causes.map(({ field, message }) => `${field}: ${message}`));
  const kind = kindOf(resource.apiVersion ?? '', resource.kind ?? '');
  return kind && strategyOf(kind).plainCauses
    ? { code: 500, reason: '', message: texts }
    : { code: 422, reason: 'Invalid', message: `${subject(resource)} is invalid: ${texts}`, causes };
}

const forbidden = (resource: Resource, message: string, plural?: string): Refusal => ({
  code: 403,
  reason: 'Forbidden',
  message: `${resourcePath(resource, plural)} is forbidden: ${message}`,
});

const policyOf = (findings: readonly RawFinding[]) =>
  findings.filter(({ stage }) => stage === 'pod-security');

/** What a server says of all violations together: one text, or none. */
function violationTexts(findings: readonly RawFinding[], wanted: Mode): string[] {
  const violations = findings.flatMap(({ violation }) => (violation?.mode === wanted ? [violation] : []));
  return violations.length ? [violations[0].start + violations.map(({ text }) => text).join(', ')] : [];
}

/**
 * Most warnings are made of an object that the server takes; of one that it refuses, only those that it has
 * made before.
 */
function warningsOf(findings: readonly RawFinding[]): readonly string[] {
  const refusal = findings.findIndex(
    ({ stage, reason, late }) => stage !== 'warn' && reason !== undefined && !late,
  );
  const made = refusal < 0 ? findings : findings.slice(0, refusal);
  return warningHeaders(
    made.filter(({ stage, embedded }) => stage === 'warn' && !embedded).map(({ message }) => message),
  );
}

const toCause = ({ reason = '', path, message }: RawFinding): Cause => ({
  reason,
  field: path.toString(),
  message,
});

type Resource = Judgement['resource'];

/** Before a server makes a name, it speaks of what it makes it of. */
const unnamed = (resource: Resource): Resource => ({
  ...resource,
  name: resource.name?.replace(/\*$/, '') ?? 'Unknown',
});

/** `pods "web"`, `deployments.apps "web"`. */
function resourcePath({ apiVersion = '', kind = '', name = '' }: Resource, plural = kind): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kindOf(apiVersion, kind)?.plural ?? plural}${group} ${quote(name)}`;
}

function undecoded({ apiVersion = '', kind = '' }: Resource): string {
  const served = [...allKinds().values()].find(
    (known) => known.apiVersion === apiVersion && known.kind.toLowerCase() === kind.toLowerCase(),
  );
  return `${kind} in version ${quote(apiVersion.split('/').at(-1)!)} cannot be handled as a ${served?.kind ?? kind}: `;
}

function subject({ apiVersion = '', kind = '', name = '' }: Resource): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  const known = kindOf(apiVersion, kind);
  if (known && strategyOf(known).review) return `${group} ""`;
  return `${kind}${group} ${quote(name)}`;
}

/** A server counts no further. */
const MOST_STRICT = 100;

function decodeText(issues: readonly (RawFinding & Partial<Issue>)[], most = Infinity): string {
  return (
    decodeFault(issues) ??
    `strict decoding error: ${issues
      .slice(0, most)
      .map(({ message }) => message)
      .join(', ')}`
  );
}

/** kubectl sends the keys of every map sorted. */
export function bySentOrder(a: RawFinding, b: RawFinding): number {
  const [left, right] = [a.path.segments(), b.path.segments()];
  const at = left.findIndex((segment, index) => segment !== right[index]);
  return at < 0 ? left.length - right.length : compareSegments(left[at], right[at]);
}

function compareSegments(a: PathSegment, b: PathSegment | undefined): number {
  if (b === undefined) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

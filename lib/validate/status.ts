import type { Issue } from './decode/issues';
import type { Judgement } from './engine';
import { quote } from './go-text';
import type { PathSegment } from './path';
import { kindOf } from './schema/schema';
import type { RawFinding } from './verdict';

/** One reason of a refusal, as a server's Status lists it. */
export interface Cause {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
}

/** What a server would have said to one manifest under `kubectl create --dry-run=server --validate=strict`, and nothing else. */
export interface ServerStatus {
  readonly ok: boolean;
  /** HTTP status; 0 where kubectl would not have sent the manifest. */
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  readonly causes: readonly Cause[];
  readonly warnings: readonly string[];
}

/** The first stage that refuses hides all later ones. */
export function serverStatus({ resource, findings }: Judgement): ServerStatus {
  const warnings = findings.filter(({ source }) => source === 'warn').map(({ message }) => message);
  const refused = (code: number, reason: string, message: string, causes: readonly Cause[] = []): ServerStatus =>
    ({ ok: false, code, reason, message, causes, warnings: code === 422 ? warnings : [] });

  const client = findings.find(({ reason }) => reason === 'Client');
  if (client) return refused(0, 'Client', client.message);
  const issues = findings.filter((finding): finding is Issue => finding.source === 'decode' && finding.reason !== undefined).sort(bySentOrder);
  if (issues.length) return refused(400, 'BadRequest', `${undecoded(resource)}${decodeText(issues)}`);
  const early = findings.find(({ source, reason, late }) => source === 'admit' && reason && !late);
  if (early?.reason === 'InternalError') return refused(500, '', early.message);
  if (early) return refused(403, 'Forbidden', `${resourcePath(unnamed(resource))} is forbidden: ${early.message}`);
  const causes = findings.filter(({ source, reason }) => source === 'judge' && reason).map(toCause);
  if (causes.length) return refused(422, 'Invalid', `${subject(resource)} is invalid: ${aggregate(causes)}`, causes);
  const late = findings.find((finding) => finding.late);
  if (late) return { ...refused(403, 'Forbidden', `${resourcePath(resource)} is forbidden: ${late.message}`), warnings };
  return { ok: true, code: 201, reason: '', message: '', causes: [], warnings };
}

const toCause = ({ reason = '', path, message }: RawFinding): Cause => ({ reason, field: path.toString(), message });

type Resource = Judgement['resource'];

/** Before a server makes a name, it speaks of what it makes it of. */
const unnamed = (resource: Resource): Resource => ({ ...resource, name: resource.name?.replace(/\*$/, '') });

/** `pods "web"`, `deployments.apps "web"`. */
function resourcePath({ apiVersion = '', kind = '', name = '' }: Resource): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kindOf(apiVersion, kind)?.plural ?? kind}${group} ${quote(name)}`;
}

function undecoded({ apiVersion = '', kind = '' }: Resource): string {
  return `${kind} in version ${quote(apiVersion.split('/').at(-1)!)} cannot be handled as a ${kind}: `;
}

function subject({ apiVersion = '', kind, name = '' }: Resource): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind}${group} ${quote(name)}`;
}

function decodeText(issues: readonly Issue[]): string {
  const first = issues.find(({ strict }) => !strict);
  return first ? first.message : `strict decoding error: ${issues.map(({ message }) => message).join(', ')}`;
}

/** kubectl sends the keys of every map sorted. */
function bySentOrder(a: RawFinding, b: RawFinding): number {
  const [left, right] = [a.path.segments(), b.path.segments()];
  const at = left.findIndex((segment, index) => segment !== right[index]);
  return at < 0 ? left.length - right.length : compareSegments(left[at], right[at]);
}

function compareSegments(a: PathSegment, b: PathSegment | undefined): number {
  if (b === undefined) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

/** utilerrors.Aggregate: each text once, in brackets where there are several. */
function aggregate(causes: readonly Cause[]): string {
  const texts = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  return texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
}

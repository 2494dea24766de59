import { judge } from '../../lib/validate/engine';
import { quote } from '../../lib/go/format';
import { serverStatus, type ServerStatus } from '../../lib/validate/status';
import type { Coverage } from '../../lib/validate/unknown-kinds/not-judged-text';
import { type RecordedCase, recordedCluster, type Verdict } from '../../test/support/recorded';

/** What is compared of a verdict, from the coarse to the fine. */
export const ASPECTS = ['verdicts', 'causes', 'messages', 'warnings'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One recorded case beside our verdict. */
export interface Comparison {
  readonly id: string;
  readonly kind: string;
  readonly minor: number;
  /** Whether it is a manifest as people have published it. */
  readonly published: boolean;
  readonly recorded: Verdict;
  readonly ours: ServerStatus;
  /** How much we judged, if not everything. */
  readonly coverage?: Coverage;
  readonly equal: Readonly<Record<Aspect, boolean>>;
}

const cluster = recordedCluster();

type Triple = readonly [reason: string, field: string, message: string];

/**
 * Our verdict of a case beside that of the server of a minor. Causes and warnings are compared as multisets:
 * a server walks maps in no order.
 */
export function compare(
  { id, manifest, corpusFile, verdict: recorded }: RecordedCase,
  minor: number,
  crds: readonly object[] = [],
): Comparison {
  const judgement = judge(manifest, { minor, cluster, crds });
  const ours = serverStatus(judgement);
  const plain = plainer(manifest);
  const field = plainerField(manifest);
  const theirs = (recorded.causes ?? []).map(([reason, path, message]): Triple => [
    reason,
    field(path),
    plain(message),
  ]);
  const own = ours.causes.map((cause): Triple => [cause.reason, field(cause.field), plain(cause.message)]);
  const verdicts = recorded.ok === ours.ok && (recorded.reason ?? '') === ours.reason;
  return {
    id,
    kind: (manifest as { readonly kind?: string }).kind ?? '',
    minor,
    published: corpusFile !== undefined,
    recorded,
    ours,
    coverage: judgement.coverage,
    equal: {
      verdicts: recorded.ok === ours.ok,
      causes: verdicts && isSame(theirs.map(place), own.map(place)),
      messages:
        verdicts &&
        (theirs.length ? isSame(theirs, own) : plain(recorded.message ?? '') === plain(ours.message)),
      warnings: isSame((recorded.warnings ?? []).map(plain), ours.warnings.map(plain)),
    },
  };
}

/**
 * A text without what differs from run to run: the addresses in Go's syntax of pointers, the end of a
 * generated name, who sent an object and when.
 */
function plainer(manifest: unknown): (text: string) => string {
  const { name, generateName } =
    (manifest as { readonly metadata?: Readonly<Record<string, unknown>> }).metadata ?? {};
  const generated =
    name || typeof generateName !== 'string' || !generateName ? undefined : generatedNames(generateName);
  return (text) => {
    const still = text
      .replace(/\b0x[0-9a-f]{6,16}\b/g, '0x…')
      .replace(/,"managedFields":\[.*?\}\](?=\}: must be)/, '')
      .replace(/(?<=ManagedFields:\[\]v1\.ManagedFieldsEntry)\{.*?\}\}(?=\}: must be)/, '(nil)');
    return generated === undefined ? still : still.replace(generated, '$1…');
  };
}

/**
 * A path without the index of a StatefulSet's volume if there are several claim templates: a server walks
 * their volumes as a map (volumesToAddForTemplates, pkg/apis/apps/validation 1.34 to 1.37).
 */
function plainerField(manifest: unknown): (path: string) => string {
  const { kind, spec } = manifest as { kind?: unknown; spec?: { volumeClaimTemplates?: unknown } };
  const claims = kind === 'StatefulSet' && spec?.volumeClaimTemplates;
  if (!Array.isArray(claims) || claims.length < 2) return (path) => path;
  return (path) => path.replace(/^(spec\.template\.spec\.volumes)\[\d+\]/, '$1[…]');
}

/**
 * Names that begin so and end in five characters, as they are and as texts quote them; a server keeps 58
 * bytes.
 */
function generatedNames(start: string): RegExp {
  const kept = Buffer.from(start).subarray(0, 58).toString();
  const written = [kept, JSON.stringify(kept).slice(1, -1), quote(kept).slice(1, -1)].map(escapeRegExp);
  return new RegExp(`(${written.join('|')})[a-z0-9]{5}`, 'g');
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const place = ([reason, field]: Triple) => [reason, field];
const isSame = (one: readonly unknown[], other: readonly unknown[]) => multiset(one) === multiset(other);
const multiset = (items: readonly unknown[]) =>
  JSON.stringify(items.map((item) => JSON.stringify(item)).sort());

/** What differs, in one line: what only the server says, then what only we say. */
export function difference({ recorded, ours, equal }: Comparison, aspect: Aspect): string {
  if (aspect === 'warnings') return sides(recorded.warnings ?? [], ours.warnings);
  const theirs = recorded.causes?.map((cause) => cause.join(' | ')) ?? [
    [recorded.reason, recorded.message].filter(Boolean).join(' ') || 'ok',
  ];
  const own = ours.causes.length
    ? ours.causes.map(({ reason, field, message }) => `${reason} | ${field} | ${message}`)
    : [[ours.reason, ours.message].filter(Boolean).join(' ') || 'ok'];
  return equal.messages ? '' : sides(theirs, own);
}

const sides = (theirs: readonly string[], own: readonly string[]) =>
  `server: ${theirs.filter((text) => !own.includes(text)).join(' ; ')}\n      ours: ${own.filter((text) => !theirs.includes(text)).join(' ; ')}`;

import type { Source } from '../../manifest/source';
import { textOf } from '../../manifest/text';
import { excerptsOf } from '../../report/excerpt';
import type { ReportedFinding, ReportedManifest } from '../../report/reported';
import { historyText, isAdvice } from '../../report/text';
import type { Judgement } from '../../validate/engine';
import {
  judgeDocument,
  type JudgedFinding,
  type JudgedManifest,
  mergeVersions,
  namespacesIn,
  serverStatus,
  sourceOf,
} from '../../validate/judging';
import type { NamespaceLabels } from '../../validate/pod-security/namespaces';
import type { PartOptions } from './options';
import type { Part } from './parts';
import type { CheckedManifest, Tell } from './tell';

/** What a part of a file holds, judged. */
export interface JudgedPart {
  readonly file: string;
  /** Whether the file begins with it. */
  readonly isFirst: boolean;
  readonly documents: number;
  /** Documents without a manifest in them. */
  readonly empty: number;
  /** Documents are counted from the first of the part. */
  readonly manifests: readonly CheckedManifest[];
}

/**
 * Judges the documents of a part, and tells what was found. All documents go through one stage before the
 * next: its code stays in the processor's caches, which makes an eighth of the time.
 *
 * @throws UnreadableText for a binary file
 */
export function judgePart(part: Part, options: PartOptions, tell: Tell): JudgedPart {
  const source = textIn(part);
  const documents = [...source.documents()];
  for (const yaml of documents) yaml.build();
  const judged = documents.map((yaml, document) =>
    options.minors.map((minor) => [...judgeDocument(source, yaml, document, { ...options, minor })]),
  );
  const empty = judged.filter(([manifests]) => !manifests.length).length + source.blankDocuments;
  const reported = judged.map((versions) =>
    (options.wants === 'status' ? statuses : compared)(versions, source, options),
  );
  const manifests = reported.flatMap((ofDocument, document) =>
    ofDocument.map((manifest) => tell(manifest, document)),
  );
  return { file: part.file, isFirst: part.linesBefore === 0, documents: documents.length, empty, manifests };
}

/** Labels of the namespaces of a part that ask for a Pod Security policy. */
export const namespacesOf = (part: Part): NamespaceLabels => namespacesIn([textIn(part)]);

const textIn = ({ file, bytes, linesBefore }: Part) =>
  sourceOf(textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), file, linesBefore);

/** What each version's server says of each manifest. */
function statuses(
  versions: readonly JudgedManifest[][],
  { file = '' }: Source,
  { minors }: PartOptions,
): ReportedManifest[] {
  return versions[0].flatMap((_, index) =>
    versions.map((manifests, version) => {
      const { judgement } = manifests[index];
      const kubernetesVersion = minors.length > 1 ? { kubernetesVersion: `1.${minors[version]}` } : {};
      return {
        file,
        ...kubernetesVersion,
        ...about(judgement),
        findings: [],
        status: serverStatus(judgement),
      };
    }),
  );
}

/**
 * The findings of each manifest; where there are several versions each finding once, with the versions that
 * have it.
 */
function compared(
  versions: readonly JudgedManifest[][],
  source: Source,
  options: PartOptions,
): ReportedManifest[] {
  const { file = '' } = source;
  return versions[0].map((_, index) => {
    const all = options.minors.map((minor, version) => ({
      minor,
      found: versions[version][index].reported(),
    }));
    const found = all.length > 1 ? merged(all) : all[0].found;
    return {
      file,
      ...about(versions.at(-1)![index].judgement),
      findings: options.excerpts ? found.map((one) => withLines(one, source)) : found,
    };
  });
}

const about = ({ resource, coverage }: Judgement) => (coverage ? { resource, coverage } : { resource });

interface VersionFound {
  readonly minor: number;
  readonly found: readonly JudgedFinding[];
}

/** A finding is suppressed as it is in the newest version that has it. */
function merged(all: readonly VersionFound[]): ReportedFinding[] {
  const suppressed = new Map(all.flatMap(({ found }) => found.map((one) => [one.finding, one.suppressed])));
  return mergeVersions(
    all.map(({ minor, found }) => ({ minor, findings: found.map(({ finding }) => finding) })),
  ).map((versioned) => {
    const reason = suppressed.get(versioned.finding);
    return {
      finding: versioned.finding,
      history: historyText(versioned),
      ...(reason && { suppressed: reason }),
    };
  });
}

/** Advice is told without them. */
const withLines = (found: ReportedFinding, { lines }: Source): ReportedFinding =>
  isAdvice(found.finding) ? found : { ...found, ...excerptsOf(found.finding, lines) };

import type { Source } from '../../manifest/source';
import { textOf } from '../../manifest/text';
import { excerptsOf } from '../../report/excerpt';
import type { ReportedFinding, ReportedManifest } from '../../report/reported';
import { historyText } from '../../report/text';
import type { Finding } from '../../validate/finding';
import { judgeDocument, type JudgedManifest, mergeVersions, namespacesIn, serverStatus, sourceOf } from '../../validate/judging';
import type { NamespaceLabels } from '../../validate/pod-security/namespaces';
import type { PartOptions } from './options';
import type { Part } from './parts';

/** What a part of a file holds, judged. */
export interface JudgedPart {
  readonly file: string;
  /** Whether the file begins with it. */
  readonly isFirst: boolean;
  readonly documents: number;
  /** Documents are counted from the first of the part. */
  readonly manifests: readonly ReportedManifest[];
}

/**
 * Judges the documents of a part.
 *
 * @throws UnreadableText for a binary file
 */
export function judgePart(part: Part, options: PartOptions): JudgedPart {
  const source = textIn(part);
  const manifests: ReportedManifest[] = [];
  let documents = 0;
  for (const yaml of source.documents()) {
    const versions = options.minors.map((minor) => [...judgeDocument(source, yaml, documents, { ...options, minor })]);
    manifests.push(...(options.wants === 'status' ? statuses : compared)(versions, source, options));
    documents++;
  }
  return { file: part.file, isFirst: part.linesBefore === 0, documents, manifests };
}

/** Labels of the namespaces of a part that ask for a Pod Security policy. */
export const namespacesOf = (part: Part): NamespaceLabels => namespacesIn([textIn(part)]);

const textIn = ({ file, bytes, linesBefore }: Part) =>
  sourceOf(textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), file, linesBefore);

/** What each version's server says of each manifest. */
function statuses(versions: readonly JudgedManifest[][], { file = '' }: Source, { minors }: PartOptions): ReportedManifest[] {
  return versions[0].flatMap((_, index) => versions.map((manifests, version) => {
    const { document, judgement } = manifests[index];
    const kubernetesVersion = minors.length > 1 ? { kubernetesVersion: `1.${minors[version]}` } : {};
    return { file, document, ...kubernetesVersion, resource: judgement.resource, findings: [], status: serverStatus(judgement) };
  }));
}

/** The findings of each manifest; where there are several versions each finding once, with the versions that have it. */
function compared(versions: readonly JudgedManifest[][], source: Source, options: PartOptions): ReportedManifest[] {
  const { file = '' } = source;
  return versions[0].map(({ document, judgement }, index) => {
    const all = options.minors.map((minor, version) => ({ minor, findings: versions[version][index].findings() }));
    const findings = all.length > 1
      ? mergeVersions(all).map((versioned) => reported(versioned.finding, source, options, historyText(versioned)))
      : all[0].findings.map((finding) => reported(finding, source, options));
    return { file, document, resource: judgement.resource, findings };
  });
}

function reported(finding: Finding, source: Source, { excerpts }: PartOptions, history?: string): ReportedFinding {
  return { finding, ...(excerpts && excerptsOf(finding, source.lines)), ...(history !== undefined && { history }) };
}

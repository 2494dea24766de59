import type { Source } from '../../manifest/source';
import { textOf } from '../../manifest/text';
import type { YamlDocument } from '../../manifest/yaml-document';
import { excerptsOf } from '../../report/excerpt';
import type { ReportedFinding, ReportedManifest } from '../../report/reported';
import { historyText, isAdvice } from '../../report/text';
import type { Judgement } from '../../validate/engine';
import {
  inRun,
  internalError,
  judgeDocument,
  type JudgedFinding,
  type JudgedManifest,
  manifestsIn,
  mergeVersions,
  surroundingsIn,
  notAManifest,
  serverStatus,
  sourceOf,
  toFinding,
} from '../../validate/judging';
import { type Surroundings, withSurroundings } from '../../validate/surroundings';
import { isNote } from '../../validate/unknown-kinds/not-judged-text';
import type { NotManifest } from '../../validate/sources/sorts';
import { isFailure } from '../failure';
import type { CheckOptions, PartOptions } from './options';
import type { Part } from './parts';
import type { UnreadableFile } from './read-parts';
import type { CheckedManifest, RenderManifest } from './render-manifest';

/** The validated content of a part of a file. */
export interface JudgedPart {
  readonly file: string;
  /** Whether it is the first part of the file. */
  readonly isFirst: boolean;
  readonly documents: number;
  /** Documents without a manifest in them. */
  readonly empty: number;
  /** Documents are counted from the first of the part. */
  readonly manifests: readonly CheckedManifest[];
}

/**
 * Judges the documents of a part, and renders its manifests. All documents go through one stage before the
 * next: its code stays in the processor's caches, which makes an eighth of the time.
 *
 * @throws UnreadableText for a binary file
 */
export function judgePart(part: Part, options: PartOptions, render: RenderManifest): JudgedPart {
  const { sources = {} } = options;
  const known = Object.hasOwn(sources, part.file) ? sources[part.file] : undefined;
  if (known) return namedSource(part, known, render);
  const source = textIn(part);
  const documents = [...source.documents()];
  for (const yaml of documents) yaml.build();
  const context = { source, options, render };
  const manifests = tryOr(
    () => judgeTogether(documents, context),
    () => documents.map((yaml, document) => judgeAlone(yaml, document, context)),
  );
  const empty = manifests.filter((ofDocument) => !ofDocument.length).length + source.blankDocuments;
  return {
    file: part.file,
    isFirst: part.linesBefore === 0,
    documents: documents.length,
    empty,
    manifests: manifests.flat(),
  };
}

/** A file that is no manifest by its place: one finding, whatever is in it. */
function namedSource({ file, linesBefore }: Part, source: NotManifest, render: RenderManifest): JudgedPart {
  const isFirst = linesBefore === 0;
  const finding = toFinding(notAManifest(source), {}, { file, line: 1, column: 1 });
  const manifests = isFirst ? [render({ file, resource: {}, findings: [{ finding }] }, 0)] : [];
  return { file, isFirst, documents: manifests.length, empty: 0, manifests };
}

interface PartContext {
  readonly source: Source;
  readonly options: PartOptions;
  readonly render: RenderManifest;
}

/** Judges and renders the manifests of each document. */
function judgeTogether(
  documents: readonly YamlDocument[],
  { source, options, render }: PartContext,
  first = 0,
): CheckedManifest[][] {
  const judged = documents.map((yaml, index) =>
    options.minors.map((minor) => [...judgeDocument(source, yaml, first + index, { ...options, minor })]),
  );
  const reported = judged.map((versions) =>
    (options.wants === 'status' ? statuses : comparedVersions)(versions, source, options),
  );
  return reported.map((ofDocument, index) => ofDocument.map((manifest) => render(manifest, first + index)));
}

/** A bug that one document brings to light hides nothing of the others. */
function judgeAlone(yaml: YamlDocument, document: number, context: PartContext): CheckedManifest[] {
  const { source, options, render } = context;
  return tryOr(
    () => judgeTogether([yaml], context, document)[0],
    (error) => [render(crashedManifest(error, source, yaml.offset, options), document)],
  );
}

function tryOr<T>(work: () => T, otherwise: (error: unknown) => T): T {
  try {
    return work();
  } catch (error) {
    return otherwise(error);
  }
}

function crashedManifest(
  error: unknown,
  { file = '', lines }: Source,
  offset: number,
  { wants }: PartOptions,
): ReportedManifest {
  const raw = internalError(error);
  const resource = {};
  const status = wants === 'status' ? { status: serverStatus({ resource, findings: [raw] }) } : {};
  return {
    file,
    resource,
    findings: [{ finding: toFinding(raw, resource, { file, ...lines.at(offset) }) }],
    ...status,
  };
}

/** What the manifests of a part say about how others are judged. */
export const surroundingsOf = (part: Part): Surroundings => surroundingsIn([textIn(part)]);

/** The options with what the objects of a run decide, whose parts are read once more for that. */
export function inRunOfParts(
  options: CheckOptions,
  surroundings: Surroundings,
  parts: () => Iterable<Part | UnreadableFile>,
): PartOptions {
  const { minors } = options;
  const engineOptions = { ...options, minor: minors[0] };
  const { admission } = inRun(engineOptions, surroundings, () => manifestsOf(parts()), minors);
  return { ...withSurroundings(options, surroundings), admission };
}

function* manifestsOf(parts: Iterable<Part | UnreadableFile>): Generator<unknown> {
  for (const part of parts) {
    const source = 'bytes' in part ? readableText(part) : undefined;
    if (source) yield* manifestsIn(source);
  }
}

/** Why a text cannot be read is said when it is judged. */
function readableText(part: Part): Source | undefined {
  try {
    return textIn(part);
  } catch (error) {
    if (isFailure(error)) return undefined;
    throw error;
  }
}

const textIn = ({ file, bytes, linesBefore }: Part) =>
  sourceOf(textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), file, linesBefore);

/** The verdict of each version on each manifest. */
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
        ...judgementFields(judgement),
        findings: notesOf(judgement),
        status: serverStatus(judgement),
      };
    }),
  );
}

/** A server's response says nothing of how much was judged. */
const notesOf = ({ resource, findings }: Judgement): ReportedFinding[] =>
  findings.filter(isNote).map((raw) => ({ finding: toFinding(raw, resource) }));

/**
 * The findings of each manifest; where there are several versions each finding once, with the versions that
 * have it.
 */
function comparedVersions(
  versions: readonly JudgedManifest[][],
  text: Source,
  options: PartOptions,
): ReportedManifest[] {
  const { file = '' } = text;
  return versions[0].map((_, index) => {
    const all = options.minors.map((minor, version) => ({
      minor,
      found: versions[version][index].reported(),
    }));
    const found = all.length > 1 ? mergedFindings(all) : all[0].found;
    const source = versions.map((manifests) => manifests[index].notManifest()).find(Boolean);
    if (source && options.inFolders?.has(file)) return { file, resource: {}, findings: [], skipped: source };
    const { judgement } = versions.at(-1)![index];
    return {
      file,
      ...(source ? { resource: judgement.resource } : judgementFields(judgement)),
      findings: options.excerpts ? found.map((one) => withExcerpts(one, text)) : found,
    };
  });
}

const judgementFields = ({ resource, coverage }: Judgement) =>
  coverage ? { resource, coverage } : { resource };

interface VersionFound {
  readonly minor: number;
  readonly found: readonly JudgedFinding[];
}

/** Whether a finding is suppressed is decided by the newest version that reports it. */
function mergedFindings(all: readonly VersionFound[]): ReportedFinding[] {
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

/** Advice is reported without them. */
const withExcerpts = (found: ReportedFinding, { lines }: Source): ReportedFinding =>
  isAdvice(found.finding) ? found : { ...found, ...excerptsOf(found.finding, lines) };

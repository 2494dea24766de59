import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import type { YamlDocument } from '../manifest/yaml-document';
import type { YamlProblem } from '../manifest/yaml-problem';
import { docsAddress } from './docs-address';
import { type EngineOptions, judge, type Judgement } from './engine';
import type { Finding, FindingPosition, FindingRelated, FindingResource } from './finding';
import { LINT_LEVELS } from './lint/levels';
import { quote } from './go-text';
import { type NamespaceLabels, namespaceLabels } from './pod-security/namespaces';
import { FieldPath, type PathSegment } from './path';
import { relatedTo } from './related';
import type { RawFinding } from './verdict';

/** One manifest of a text, judged. */
export interface JudgedManifest {
  /** Number of its document in the text, counted from 0. */
  readonly document: number;
  readonly judgement: Judgement;
  /** The findings with their places. */
  findings(): Finding[];
}

/**
 * Judges every manifest of a text, one after the other. Documents without content are passed over. Namespaces of the
 * text count where the options give none.
 */
export function* judgeSource(source: Source, options: EngineOptions): Generator<JudgedManifest> {
  const namespaces = options.namespaces ?? namespacesIn([source]);
  let document = 0;
  for (const yaml of source.documents()) {
    yield* judgeDocument(source, yaml, document++, { ...options, namespaces });
  }
}

/** Labels of the namespaces of some texts that ask for a Pod Security policy. */
export const namespacesIn = (sources: readonly Source[]): NamespaceLabels =>
  namespaceLabels(sources.filter(({ text }) => text.includes('pod-security.kubernetes.io')).flatMap(manifestsOf));

const manifestsOf = (source: Source) => [...source.documents()].flatMap(({ value }) => (isNothing(value) ? [] : listItems(value) ?? [value]));

const isNothing = (value: unknown): value is undefined | null => value === undefined || value === null;

/** Judges the manifests of one document of a text. */
export function* judgeDocument(source: Source, yaml: YamlDocument, document: number, options: EngineOptions): Generator<JudgedManifest> {
  const problems = yaml.problems.map((problem) => ({ raw: rawProblem(problem, source), problem }));
  const manifests = yaml.value === undefined ? [{ at: [], manifest: undefined, judgement: UNREAD }] : judgeValue(yaml.value, options);
  for (const [index, { at, manifest, judgement }] of manifests.entries()) {
    const own = index === 0 ? problems : [];
    yield {
      document,
      judgement: { ...judgement, findings: [...own.map(({ raw }) => raw), ...judgement.findings] },
      findings: () => [
        ...own.map(({ raw, problem }) => problemFinding(raw, problem, judgement.resource, source)),
        ...judgement.findings.map((raw) => placedFinding(raw, judgement.resource, { manifest, at, source, yaml })),
      ],
    };
  }
}

const UNREAD: Judgement = { resource: {}, findings: [] };

interface JudgedValue {
  /** The way to the manifest in its document: an item of a list. */
  readonly at: readonly PathSegment[];
  readonly manifest: unknown;
  readonly judgement: Judgement;
}

/** A document's manifests: itself, or the items of a list (kind List, PodList, …), as kubectl takes it apart. */
function judgeValue(value: unknown, options: EngineOptions): JudgedValue[] {
  if (value === null) return [];
  const items = listItems(value);
  return items
    ? items.map((item, index) => ({ at: ['items', index], manifest: item, judgement: judge(item, options) }))
    : [{ at: [], manifest: value, judgement: judge(value, options) }];
}

function rawProblem({ rule, message, suggestion, first }: YamlProblem, source: Source): RawFinding {
  const syntax = rule === 'yaml-syntax';
  return {
    rule,
    level: 'error',
    source: 'read',
    path: FieldPath.ROOT,
    message: first === undefined ? message : `${message} in line ${source.lines.at(first).line}, and the last value wins`,
    suggestion: syntax ? suggestion : 'remove one of the two',
    reason: syntax ? 'Client' : undefined,
  };
}

function problemFinding(raw: RawFinding, { offset, first }: YamlProblem, resource: FindingResource, source: Source): Finding {
  const related = first === undefined ? [] : [{ message: 'first set here', path: '', position: position(source, first) }];
  return toFinding(raw, resource, position(source, offset), related);
}

/** A manifest in the text that it was read from. */
interface Placed {
  readonly manifest: unknown;
  /** The way to it in its document. */
  readonly at: readonly PathSegment[];
  readonly source: Source;
  readonly yaml: YamlDocument;
}

function placedFinding(raw: RawFinding, resource: FindingResource, placed: Placed): Finding {
  const { path, at = path } = raw;
  const related = relatedTo(raw, placed.manifest).map(({ message, path: other }): FindingRelated =>
    ({ message, path: other.toString(), position: positionOf(other, false, placed) }));
  return toFinding(raw, resource, positionOf(at, isAboutKey(raw), placed), related);
}

/** Whether the mistake is the key itself, not what it has for a value. */
function isAboutKey({ rule, path, at = path, message }: RawFinding): boolean {
  if (rule === 'unknown-field') return true;
  return typeof at.last === 'string' && at.subscripts() > 0 && message.startsWith(`Invalid value: ${quote(at.last)}`);
}

function positionOf(path: FieldPath, aboutKey: boolean, { at, source, yaml }: Placed): FindingPosition {
  const { key, value, whole } = yaml.locate([...at, ...path.segments()]);
  return position(source, whole && !aboutKey ? value ?? key : key);
}

function position(source: Source, offset: number): FindingPosition {
  const { line, column } = source.lines.at(offset);
  return source.file === undefined ? { line, column } : { file: source.file, line, column };
}

/** A finding as users see it, without fields that are not there. */
export function toFinding(raw: RawFinding, resource: FindingResource, position?: FindingPosition, related: FindingRelated[] = []): Finding {
  const { rule, level, source, path, message, reason, suggestion } = raw;
  const finding: { -readonly [field in keyof Finding]: Finding[field] } = { rule, level, source, resource, path: path.toString(), message };
  if (reason !== undefined) finding.reason = reason;
  if (suggestion !== undefined) finding.suggestion = suggestion;
  if (source === 'lint' && Object.hasOwn(LINT_LEVELS, rule)) finding.docs = docsAddress('rules', rule);
  if (position) finding.position = position;
  if (related.length) finding.related = related;
  return finding;
}

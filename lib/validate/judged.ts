import type { Source } from '../manifest/source';
import type { YamlDocument } from '../manifest/yaml-document';
import { withoutConsequences } from './consequences';
import { type EngineOptions, judge, type Judgement } from './engine';
import { quoteIt } from './decode/quote-it';
import { UNKNOWN_FIELD } from './decode/rules';
import type { Finding, FindingRelated } from './finding';
import { quote } from '../go/format';
import { internalError } from './internal-error';
import { judgeValue, type JudgedValue, UNREAD } from './judged-value';
import type { FieldPath } from './path';
import { KEY_MISREAD, MANIFEST_KIND } from './reading';
import { Relations } from './related';
import { withSourceNamed } from './sources';
import type { NotManifest } from './sources/sorts';
import type { FoundIn, LocatedFinding, ReportedRaw } from './suppress/suppression';
import type { RawFinding } from './collector';
import { strangeText, withStrangeNamed } from './strange-values';
import { withSurroundings } from './surroundings';
import { surroundingsIn } from './surroundings-in';
import { withTextCause } from './text-causes';
import { position, toFinding } from './to-finding';
import { rawProblem, unparsedSort } from './yaml-problems';

/** One manifest of a text, judged. */
export interface JudgedManifest {
  /** Number of its document in the text, counted from 0. */
  readonly document: number;
  readonly judgement: Judgement;
  /** The findings with their places, those too that are suppressed. */
  reported(): JudgedFinding[];
  /** The findings that count, with their places. */
  findings(): Finding[];
  /** What it is instead of a manifest, if it is none. */
  notManifest(): NotManifest | undefined;
}

export interface JudgedFinding {
  readonly finding: Finding;
  /** Why it does not count: the reason given where it is suppressed, or nothing. */
  readonly suppressed?: { readonly reason?: string };
}

/**
 * Judges every manifest of a text, one after the other. Documents without content are passed over. What the
 * text says about how its manifests are judged counts where the options say nothing.
 */
export function* judgeSource(source: Source, options: EngineOptions): Generator<JudgedManifest> {
  const all = options.namespaces ? options : withSurroundings(options, surroundingsIn([source]));
  let document = 0;
  for (const yaml of source.documents()) {
    yield* judgeDocument(source, yaml, document++, all);
  }
}

/** Judges the manifests of one document of a text. */
export function* judgeDocument(
  source: Source,
  yaml: YamlDocument,
  document: number,
  options: EngineOptions,
): Generator<JudgedManifest> {
  const manifests = manifestsOfDocument(source, yaml, options);
  const marked = yaml.holds(SUPPRESSION_MARK);
  if (marked && !manifests.length) {
    manifests.push(
      new LocatedManifest(source, yaml, { at: [], manifest: null, judgement: UNREAD }, [], options),
    );
  }
  const suppressed = marked ? once(() => suppressedIn(yaml, manifests, options)) : undefined;
  for (const [index, manifest] of manifests.entries()) {
    const reported = () =>
      manifest.guarded(() =>
        (suppressed?.()[index] ?? manifest.located()).map((found) => manifest.reported(found)),
      );
    yield {
      document,
      judgement: manifest.judgement,
      reported,
      notManifest: () => manifest.notManifest(),
      findings: () =>
        reported()
          .filter((found) => !found.suppressed)
          .map(({ finding }) => finding),
    };
  }
}

/** What stands in every text that suppresses something. */
const SUPPRESSION_MARK = 'pod-patterns';

function suppressedIn(
  yaml: YamlDocument,
  manifests: readonly LocatedManifest[],
  options: EngineOptions,
): ReportedRaw[][] {
  const { COMMENT_MARK, suppress } = require('./suppress') as typeof import('./suppress');
  return suppress(
    manifests.map((manifest) => manifest.foundIn()),
    yaml.comments(COMMENT_MARK),
    options,
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function manifestsOfDocument(source: Source, yaml: YamlDocument, options: EngineOptions): LocatedManifest[] {
  const refusal = yaml.refusalIn(options.minor);
  const problems = (refusal ? [refusal] : yaml.problems).map((problem) => ({
    raw: rawProblem(problem, source),
    offset: problem.offset,
    first: problem.first,
    mixes: problem.mixes,
  }));
  const values =
    refusal || yaml.value === undefined
      ? [{ at: [], manifest: undefined, judgement: UNREAD }]
      : judgeValue(yaml.value, options);
  return values.map(
    (value, index) => new LocatedManifest(source, yaml, value, index === 0 ? problems : [], options),
  );
}

/** Manifests of corrected texts, by their value. */
const correctedJudgements = new WeakMap<
  object,
  { readonly options: EngineOptions; readonly manifests: readonly JudgedValue[] }
>();

/** A judged manifest in its text. */
class LocatedManifest {
  readonly judgement: Judgement;
  private relations: Relations | undefined;
  private readonly found = once(() => this.find());

  /** @param problems what was wrong with the text */
  constructor(
    private readonly source: Source,
    private readonly yaml: YamlDocument,
    private readonly value: JudgedValue,
    private readonly problems: readonly ProblemInText[],
    private readonly options: EngineOptions,
  ) {
    const { judgement } = value;
    this.judgement = problems.length
      ? { ...judgement, findings: [...problems.map(({ raw }) => raw), ...judgement.findings] }
      : judgement;
  }

  located(): LocatedFinding[] {
    return this.found().located;
  }

  /** What it is instead of a manifest. */
  notManifest(): NotManifest | undefined {
    return this.found().source;
  }

  private find(): Found {
    if (this.problems.some(({ mixes }) => mixes)) return { located: [...this.problems] };
    const { manifest, judgement } = this.value;
    const written = judgement.findings.map((raw) => this.asWritten(raw));
    const findings = withoutConsequences(manifest, written, this.options, judge);
    if (!this.judgement.findings.some(({ level }) => level === 'error')) {
      return { located: this.locate(findings) };
    }
    const unparsed = unparsedSort(this.problems.map(({ raw }) => raw));
    const named = withSourceNamed(manifest, findings, { file: this.source.file, unparsed });
    if (!named.isWhole) return { ...named, located: this.locate(named.findings) };
    const offset = unparsed ? this.problems[0].offset : this.yaml.locate(this.value.at).key;
    return { ...named, located: named.findings.map((raw) => ({ raw, offset })) };
  }

  private locate(findings: readonly RawFinding[]): LocatedFinding[] {
    const located = this.withTextCauses(
      findings.map((raw) => ({
        raw: withStrangeNamed(this.value.manifest, raw),
        offset: this.offsetOf(raw),
      })),
    );
    return this.problems.length ? joined(this.problems, located) : located;
  }

  /** Judges again what the text probably meant, if it has something that is easily overlooked. */
  private withTextCauses(located: (LocatedFinding & { readonly offset: number })[]): LocatedFinding[] {
    if (!located.some(({ raw }) => raw.level === 'error')) return located;
    const { text, lines } = this.source;
    let found = located.map((one) => ({
      ...one,
      line: strangeText(this.value.manifest, one.raw) ?? text.slice(...lines.around(one.offset)),
    }));
    for (const { correction, value } of this.yaml.corrected()) {
      const manifests = this.judgedOnce(value);
      const { judgement } = manifests.find(({ at }) => String(at) === String(this.value.at)) ?? this;
      found = [...withTextCause(found, judgement.findings, correction)];
    }
    return found.map(({ raw, offset }) => ({ raw, offset }));
  }

  /** All manifests of a list look for what their common text probably meant. */
  private judgedOnce(value: unknown): readonly JudgedValue[] {
    if (typeof value !== 'object' || value === null) return judgeValue(value, this.options);
    const known = correctedJudgements.get(value);
    if (known?.options === this.options) return known.manifests;
    const manifests = judgeValue(value, this.options);
    correctedJudgements.set(value, { options: this.options, manifests });
    return manifests;
  }

  /** YAML reads `yes` and `0644` as other scalars than those written, which are what belongs in quotes. */
  private asWritten(raw: RawFinding): RawFinding {
    if (raw.notString === undefined) return raw;
    const { written } = this.yaml.locate([...this.value.at, ...raw.path.segments()]);
    return written ? { ...raw, suggestion: quoteIt(raw.notString, written), meant: written.text } : raw;
  }

  foundIn(): FoundIn {
    const { at, manifest } = this.value;
    return { manifest, offset: at.length ? this.yaml.locate(at).key : undefined, findings: this.located() };
  }

  reported(found: ReportedRaw): JudgedFinding {
    const { raw, offset = this.offsetOf(raw), suppressed } = found;
    const finding = toFinding(
      raw,
      this.judgement.resource,
      position(this.source, offset),
      this.relatedTo(found),
    );
    return suppressed ? { finding, suppressed } : { finding };
  }

  /** What was found, or the bug that kept it from being told. */
  guarded(reported: () => JudgedFinding[]): JudgedFinding[] {
    try {
      return reported();
    } catch (error) {
      return [
        {
          finding: toFinding(
            internalError(error),
            this.judgement.resource,
            position(this.source, this.yaml.offset),
          ),
        },
      ];
    }
  }

  private relatedTo({ raw, first }: ReportedRaw): FindingRelated[] {
    if (first !== undefined) {
      return [{ message: 'first set here', path: '', position: position(this.source, first) }];
    }
    return (this.relations ??= new Relations(this.value.manifest)).of(raw).map(({ message, path }) => ({
      message,
      path: path.toString(),
      position: position(this.source, this.offsetAt(path, false)),
    }));
  }

  private offsetOf(raw: RawFinding): number {
    return this.offsetAt(raw.at ?? raw.path, isAboutKey(raw));
  }

  private offsetAt(path: FieldPath, aboutKey: boolean): number {
    const { key, value, complete } = this.yaml.locate([...this.value.at, ...path.segments()]);
    return complete && !aboutKey ? (value ?? key) : key;
  }
}

/** A key that is misread and so not known is one mistake: the server's word on it stays, with what to do. */
function joined(problems: readonly LocatedFinding[], located: readonly LocatedFinding[]): LocatedFinding[] {
  const misread = new Map(
    problems.flatMap(({ raw, offset }) => (raw.rule === KEY_MISREAD.id ? [[offset, raw]] : [])),
  );
  const unknown = new Set(
    located.filter(({ raw }) => raw.rule === UNKNOWN_FIELD.id).map(({ offset }) => offset),
  );
  return [
    ...problems.filter(({ raw, offset }) => raw.rule !== KEY_MISREAD.id || !unknown.has(offset)),
    ...located.map((found) => {
      const cause = found.raw.rule === UNKNOWN_FIELD.id && misread.get(found.offset);
      return cause
        ? { ...found, raw: { ...found.raw, suggestion: `${cause.message}: ${cause.suggestion}` } }
        : found;
    }),
  ];
}

/** Whether the mistake is the key itself, not what it has for a value. */
function isAboutKey({ rule, path, at = path, message }: RawFinding): boolean {
  if (rule === UNKNOWN_FIELD.id || (rule === MANIFEST_KIND.id && at !== path)) return true;
  return (
    typeof at.last === 'string' &&
    at.subscripts() > 0 &&
    message.startsWith(`Invalid value: ${quote(at.last)}`)
  );
}

/** What is wrong with a text, and whether it mixes two manifests: nothing else that is found counts then. */
interface ProblemInText extends LocatedFinding {
  readonly mixes?: boolean;
}

/** The findings of a manifest with their places, and what it is if it is none. */
interface Found {
  readonly located: LocatedFinding[];
  readonly source?: NotManifest;
}

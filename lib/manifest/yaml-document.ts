import { internalErrorText, REPORT_BUG } from '../internal-error';
import { Builder } from './build';
import { type MarkedComment, markedComments } from './comments';
import { type Parsed, parseJoined } from './joined-lines';
import { type FieldLocation, FieldLocator } from './locate';
import type { DocumentText } from './split';
import { causeOf } from './yaml-cause';
import { YamlFailure, type YamlProblem } from './yaml-problem';
import { TEXT_CORRECTIONS, type TextCorrection } from './text-corrections';
import { yamlSuggestion } from './yaml-suggestions';

/** Levels of nesting above which a document is refused. */
const MAX_DEPTH = 500;

/** Characters of one document above which it is refused: a server takes 3 MiB. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** Value and problems of a document. */
interface BuiltDocument {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
}

/** One YAML document: parsed at once, its value built and its fields located on demand. */
export class YamlDocument {
  private readonly parsed: Parsed | undefined;
  private readonly failure: YamlProblem | undefined;
  private built: BuiltDocument | undefined;
  private locator: FieldLocator | undefined;

  /** @param part the document and its place in the whole text, which all offsets count from */
  constructor(private readonly part: DocumentText) {
    try {
      this.parsed = parsed(part);
    } catch (failure) {
      this.failure = problemOf(failure, part.text);
    }
  }

  /** Offset of the document in the whole text. */
  get offset(): number {
    return this.part.offset;
  }

  /** Undefined if the document does not parse. */
  get value(): unknown {
    return this.build().value;
  }

  get problems(): readonly YamlProblem[] {
    return this.build().problems;
  }

  /** Makes the value of what was parsed, which is done once. */
  build(): BuiltDocument {
    return (this.built ??= this.parsed
      ? this.valueOf(this.parsed)
      : { value: undefined, problems: [this.shift(this.failure!)] });
  }

  private valueOf({ text, events }: Parsed): BuiltDocument {
    try {
      const builder = new Builder(text, events);
      return { value: builder.build(), problems: builder.problems.map((problem) => this.shift(problem)) };
    } catch (failure) {
      return { value: undefined, problems: [this.shift(problemOf(failure, this.part.text))] };
    }
  }

  /** Locates a field by its path in the whole text; the beginning of the document if it does not parse. */
  locate(path: readonly (string | number)[]): FieldLocation {
    const { offset } = this.part;
    if (!this.parsed) return { key: offset, complete: false };
    const { key, value, ...location } = (this.locator ??= new FieldLocator(
      this.parsed.text,
      this.parsed.events,
    )).locate(path);
    return { ...location, key: key + offset, value: value === undefined ? undefined : value + offset };
  }

  /**
   * The comments that begin with a mark, with offsets in the whole text; none where the document does not
   * parse.
   */
  comments(mark: RegExp): MarkedComment[] {
    if (this.value === undefined) return [];
    const { text, offset } = this.part;
    return markedComments(text, this.parsed!.events, mark).map((comment) => ({
      ...comment,
      offset: comment.offset + offset,
      textOffset: comment.textOffset + offset,
      start: comment.start + offset,
      end: comment.end + offset,
    }));
  }

  /** The text and what it means once it is corrected, by every correction that makes a difference. */
  *corrected(): Generator<{ readonly correction: TextCorrection; readonly value: unknown }> {
    for (const correction of TEXT_CORRECTIONS) {
      const text = correction.correct(this.part.text);
      if (text === this.part.text) continue;
      const { value } = new YamlDocument({ text, offset: this.part.offset });
      if (value !== undefined) yield { correction, value };
    }
  }

  /** Whether a text stands somewhere in the document. */
  holds(text: string): boolean {
    return this.part.text.includes(text);
  }

  private shift(problem: YamlProblem): YamlProblem {
    const { offset } = this.part;
    return {
      ...problem,
      offset: problem.offset + offset,
      first: problem.first === undefined ? undefined : problem.first + offset,
    };
  }
}

function parsed({ text, offset, badSeparator }: DocumentText): Parsed {
  if (badSeparator) {
    throw new YamlFailure(
      `invalid Yaml document separator: ${badSeparator.text}`,
      badSeparator.offset - offset,
      'only a comment may follow ---',
    );
  }
  if (text.length > MAX_LENGTH) {
    throw new YamlFailure(
      `has ${text.length} characters: the limit is ${MAX_LENGTH}`,
      0,
      'the API server accepts no object larger than 3 MiB',
    );
  }
  return parseJoined(text, MAX_DEPTH);
}

function problemOf(failure: unknown, text: string): YamlProblem {
  const problem = asProblem(failure);
  if (problem.rule !== 'yaml-syntax') return problem;
  const { message, offset, suggestion } = problem;
  const cause = causeOf(text, offset, offsetOfFailure);
  if (cause) return { ...problem, ...cause };
  return { ...problem, suggestion: yamlSuggestion(message, text, offset) ?? suggestion };
}

/** Where a text stops being YAML; undefined if it does not. */
function offsetOfFailure(text: string): number | undefined {
  try {
    const { text: joined, events } = parseJoined(text, MAX_DEPTH);
    new Builder(joined, events).build();
    return undefined;
  } catch (failure) {
    return asProblem(failure).offset;
  }
}

function asProblem(failure: unknown): YamlProblem {
  if (failure instanceof YamlFailure) {
    const { message, offset, suggestion } = failure;
    return { rule: 'yaml-syntax', message, suggestion, offset };
  }
  const { name, reason, mark } = failure as {
    readonly name?: string;
    readonly reason: string;
    readonly mark?: { readonly position: number };
  };
  if (name !== 'YAMLException') {
    return { rule: 'internal-error', message: internalErrorText(failure), suggestion: REPORT_BUG, offset: 0 };
  }
  return { rule: 'yaml-syntax', message: reason, offset: mark?.position ?? 0 };
}

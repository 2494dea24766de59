import { internalErrorText, REPORT_BUG } from '../internal-error';
import { Builder } from './build';
import { type MarkedComment, markedComments } from './comments';
import { type FieldLocation, FieldLocator } from './locate';
import type { DocumentText } from './split';
import { jsonEvents, looksLikeJson } from './json';
import type { Event } from './yaml/events';
import { parseEvents } from './yaml/parse-events';
import { causeOf } from './yaml-cause';
import { YamlFailure, type YamlProblem } from './yaml-problem';
import { textProblems } from './text-problems';
import { TEXT_CORRECTIONS, type TextCorrection } from './text-corrections';
import { yamlSuggestion } from './yaml-suggestions';

/** Levels of nesting above which a document is refused. */
const MAX_DEPTH = 500;

/** Characters of one document above which it is refused: a server takes 3 MiB. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** First minor whose kubectl reads as YAML what follows JSON, or turns out to be none. */
const JSON_THEN_YAML_SINCE = 33;

/** Value and problems of a document. */
interface BuiltDocument {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
}

/** What a document means once its text is corrected. */
interface CorrectedDocument {
  readonly correction: TextCorrection;
  readonly value: unknown;
}

/** One YAML document: parsed at once, its value built and its fields located on demand. */
export class YamlDocument {
  private readonly events: readonly Event[] | undefined;
  private readonly failure: YamlProblem | undefined;
  private built: BuiltDocument | undefined;
  private locator: FieldLocator | undefined;
  private corrections: readonly CorrectedDocument[] | undefined;

  /** @param part the document and its place in the whole text, which all offsets count from */
  constructor(private readonly part: DocumentText) {
    try {
      this.events = eventsOf(part);
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

  /**
   * Why kubectl of a minor does not read it, although it may be YAML: up to 1.32, nothing but JSON follows
   * JSON.
   */
  refusalIn(minor: number): YamlProblem | undefined {
    const { fault, text, offset: start } = this.part;
    if (!fault) return undefined;
    const isRefused = minor < JSON_THEN_YAML_SINCE || (looksLikeJson(text) && this.value === undefined);
    if (!isRefused) return undefined;
    const { message, offset } = fault;
    const suggestion = yamlSuggestion(message, text, Math.max(0, offset - start));
    return { rule: 'yaml-syntax', message, offset, suggestion };
  }

  /** Whether it is JSON, and its text. */
  get json(): string | undefined {
    return this.part.isJson ? this.part.text : undefined;
  }

  /** What follows the separator before it, where that is not allowed. */
  get badSeparator(): DocumentText['badSeparator'] {
    return this.part.badSeparator;
  }

  /** Makes the value of what was parsed, which is done once. */
  build(): BuiltDocument {
    return (this.built ??= this.events
      ? this.valueOf(this.events)
      : { value: undefined, problems: [this.shift(this.failure!)] });
  }

  private valueOf(events: readonly Event[]): BuiltDocument {
    try {
      const builder = new Builder(this.part.text, events);
      const value = builder.build();
      const problems = [...builder.problems, ...textProblems(this.part.text, events)];
      return { value, problems: problems.map((problem) => this.shift(problem)) };
    } catch (failure) {
      return { value: undefined, problems: [this.shift(problemOf(failure, this.part.text))] };
    }
  }

  /** Locates a field by its path in the whole text; the beginning of the document if it does not parse. */
  locate(path: readonly (string | number)[]): FieldLocation {
    const { text, offset } = this.part;
    if (!this.events) return { key: offset, complete: false };
    this.locator ??= new FieldLocator(text, this.events);
    const { key, value, ...location } = this.locator.locate(path);
    return { ...location, key: key + offset, value: value === undefined ? undefined : value + offset };
  }

  /**
   * The comments that begin with a mark, with offsets in the whole text; none where the document does not
   * parse.
   */
  comments(mark: RegExp): MarkedComment[] {
    if (this.value === undefined) return [];
    const { text, offset } = this.part;
    return markedComments(text, this.events!, mark).map((comment) => ({
      ...comment,
      offset: comment.offset + offset,
      textOffset: comment.textOffset + offset,
      start: comment.start + offset,
      end: comment.end + offset,
    }));
  }

  /** The text and what it means once it is corrected, by every correction that makes a difference. */
  corrected(): readonly CorrectedDocument[] {
    return (this.corrections ??= TEXT_CORRECTIONS.flatMap((correction) => this.correctedBy(correction)));
  }

  private correctedBy(correction: TextCorrection): CorrectedDocument[] {
    const text = correction.correct(this.part.text);
    if (text === this.part.text) return [];
    const { value } = new YamlDocument({ text, offset: this.part.offset });
    return value === undefined ? [] : [{ correction, value }];
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

function eventsOf({ text, offset, isJson, badSeparator }: DocumentText): readonly Event[] {
  if (badSeparator) {
    throw new YamlFailure(
      `invalid Yaml document separator: ${badSeparator.text}`,
      badSeparator.offset - offset,
      'only a comment may follow ---',
    );
  }
  if (text.length > MAX_LENGTH) {
    throw new YamlFailure(
      `the document has ${text.length} characters: the limit is ${MAX_LENGTH}`,
      0,
      'the API server accepts no object larger than 3 MiB',
    );
  }
  return isJson ? jsonEvents(text, MAX_DEPTH) : parseEvents(text, MAX_DEPTH);
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
    new Builder(text, parseEvents(text, MAX_DEPTH)).build();
    return undefined;
  } catch (failure) {
    return asProblem(failure).offset;
  }
}

function asProblem(failure: unknown): YamlProblem {
  if (failure instanceof YamlFailure) {
    const { message, offset, suggestion, line } = failure;
    return { rule: 'yaml-syntax', message, suggestion, offset, line };
  }
  return { rule: 'internal-error', message: internalErrorText(failure), suggestion: REPORT_BUG, offset: 0 };
}

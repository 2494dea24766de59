import { closest } from './closest';
import type { Cluster } from './cluster';
import type { Collector, RawFinding } from './collector';
import { FIELD_DROPPED } from './decode/rules';
import { compareBytes, goString, GoValue, json, quote } from '../go/format';
import { FieldPath, type PathSegment, type PathStep } from './path';
import type { Related } from './related';
import { withoutUid } from './uid';

/** What a finding has beyond the text of a server's cause. */
export interface Hint {
  /** Suggestion, if it differs from the default one. */
  readonly suggestion?: string;
  /** The value itself, if the server shows more than that. */
  readonly word?: string;
  /** Other locations that the finding refers to. */
  readonly related?: readonly Related[];
  /**
   * Fields that make two items of a list the same, if this one repeats another; none if the whole value does.
   */
  readonly repeats?: readonly string[];
  /** What was probably meant by the value. */
  readonly meant?: unknown;
  /** What was probably meant by the key. */
  readonly meantKey?: string;
  /** Fields that it is only reported for if something is wrong with them. */
  readonly follows?: readonly FieldPath[];
}

/** Other locations of a warning. */
type Places = Pick<Hint, 'related' | 'repeats'>;

/** The value as a whole occurs twice. */
export const VALUE: readonly string[] = [];

/** What a field needs of a rule in order to apply it. */
interface Judging<T> {
  readonly id: string;
  judge(subject: T, at: Field): void;
}

/**
 * A field of the manifest that is being judged, and the way to report something about it. It knows the path
 * that the server writes, where the manifest has the field if that differs, and the collector of findings.
 * The methods named as in Go's `field` package (apimachinery util/validation/field/errors.go, 1.36) report a
 * cause with the server's reason and message.
 */
export class Field extends FieldPath {
  /** The object itself. */
  static root(collector: Collector): Field {
    return new Field(undefined, '', 'root', collector);
  }

  declare protected readonly parent: Field | undefined;

  protected constructor(
    parent: Field | undefined,
    segment: PathSegment,
    step: PathStep,
    protected readonly collector: Collector,
  ) {
    super(parent, segment, step);
  }

  // Fields are made for every part of a manifest: these need no call for each step, as those of FieldPath do.
  override field(...names: string[]): this {
    let at = this as Field;
    for (const name of names) at = new Field(at, name, 'field', this.collector);
    return at as this;
  }

  override index(index: number): this {
    return new Field(this, index, 'subscript', this.collector) as this;
  }

  override key(key: string): this {
    return new Field(this, key, 'subscript', this.collector) as this;
  }

  protected override next(segment: PathSegment, step: PathStep): this {
    return new Field(this, segment, step, this.collector) as this;
  }

  /** The same field, and its parts, shown at another place of the manifest than the server names. */
  shownAt(place: Field): Field {
    const { parent, segment, step, collector } = this;
    return new MovedField(parent, segment, step, collector, place.inManifest());
  }

  /** The object itself. */
  root(): Field {
    return Field.root(this.collector);
  }

  /** Kubernetes minor to judge by: 36 is 1.36. */
  get minor(): number {
    return this.collector.minor;
  }

  /** What is known about the cluster. */
  get cluster(): Cluster {
    return this.collector.cluster;
  }

  /** Runs one rule on the field; what it reports carries its id. */
  apply<T>(rule: Judging<T>, subject: T): void {
    const outer = this.collector.rule;
    this.collector.rule = rule.id;
    rule.judge(subject, this);
    this.collector.rule = outer;
  }

  /** Judges something, and returns whether that reported anything. */
  reports(judge: () => void): boolean {
    const before = this.collector.findings.length;
    judge();
    return this.collector.findings.length > before;
  }

  /** Whether a cause with one of some reasons has been reported. */
  hasReported(reasons: ReadonlySet<string>): boolean {
    return this.collector.findings.some(({ reason }) => reason !== undefined && reasons.has(reason));
  }

  /** Judges something, and sorts what that reports by its texts, as a server does where it walks maps. */
  sorted(judge: () => void): void {
    const { findings } = this.collector;
    const first = findings.length;
    judge();
    const texts = findings
      .splice(first)
      .map((finding) => [`${finding.path}: ${finding.message}`, finding] as const);
    texts.sort(([a], [b]) => compareBytes(a, b));
    for (const [, finding] of texts) findings.push(finding);
  }

  /** Judges something, and shows what that reports where `placeOf` says that the manifest has it. */
  relocated(judge: () => void, placeOf: (place: FieldPath) => FieldPath): void {
    this.amended(judge, (finding) => ({ ...finding, at: placeOf(finding.at ?? finding.path) }));
  }

  /** Judges something as a server's storage does, before it judges the rest: that hides other causes. */
  early(judge: () => void): void {
    this.amended(judge, (finding) => ({ ...finding, early: true }));
  }

  private amended(judge: () => void, amend: (finding: RawFinding) => RawFinding): void {
    const { findings } = this.collector;
    const first = findings.length;
    judge();
    for (let index = first; index < findings.length; index++) findings[index] = amend(findings[index]);
  }

  required(detail = '', hint?: Hint): void {
    this.cause('FieldValueRequired', withDetail('Required value', detail), hint, `set ${this.last}`);
  }

  forbidden(detail: string, hint?: Hint): void {
    this.cause('FieldValueForbidden', withDetail('Forbidden', detail), hint, `remove ${this.last}`);
  }

  invalid(value: unknown, detail: string, hint?: Hint): void {
    this.cause('FieldValueInvalid', withDetail(`Invalid value: ${this.show(value)}`, detail), hint);
  }

  /** Like `invalid`, for a value of a wrong type. */
  typeInvalid(value: unknown, detail: string, hint?: Hint): void {
    this.cause('FieldValueTypeInvalid', withDetail(`Invalid value: ${this.show(value)}`, detail), hint);
  }

  /** One cause for each detail. */
  invalidEach(value: unknown, details: readonly string[], hint?: Hint): void {
    for (const detail of details) this.invalid(value, detail, hint);
  }

  /** Like `invalid`, without the value (field.OmitValueType). */
  invalidWhole(detail: string, hint?: Hint): void {
    this.cause('FieldValueInvalid', withDetail('Invalid value', detail), hint);
  }

  /** A string is shown as a value of a named type, as almost all of them are. */
  notSupported(value: unknown, supported: readonly string[], hint?: Hint): void {
    const detail = `supported values: ${supported.map(quote).join(', ')}`;
    const others = supported.filter((word) => word !== value);
    const near = meantBy(hint?.word ?? value, others);
    const usual = near ? `did you mean "${near}"?` : `use ${others.map(quote).join(' or ')}`;
    const shown = this.show(typeof value === 'string' ? goString(value) : value);
    const message = withDetail(`Unsupported value: ${shown}`, detail);
    this.cause('FieldValueNotSupported', message, hint, usual, { among: supported.length, meant: near });
  }

  duplicate(value: unknown, hint?: Hint, detail = ''): void {
    const message = withDetail(`Duplicate value: ${this.show(value)}`, detail);
    this.cause('FieldValueDuplicate', message, { repeats: VALUE, ...hint }, 'change or remove one of them');
  }

  /** Like `duplicate`, without the value. */
  duplicateWhole(hint?: Hint): void {
    this.cause('FieldValueDuplicate', 'Duplicate value', hint, 'change or remove one of them');
  }

  notFound(value: unknown, hint?: Hint, detail = ''): void {
    this.cause('FieldValueNotFound', withDetail(`Not found: ${this.show(value)}`, detail), hint);
  }

  /** Something that the server could not judge, because of a value that it refuses anyway. */
  internalError(detail: string, hint?: Hint): void {
    this.cause('InternalError', `Internal error: ${detail}`, hint);
  }

  tooLong(limit: number, hint?: Hint, unit = 'bytes'): void {
    const bound = this.minor >= 32 ? 'may not be more than' : 'must have at most';
    const text =
      this.minor >= 32 && limit < 0 ? 'value is too long' : `${bound} ${limit} ${this.counted(limit, unit)}`;
    this.cause('FieldValueTooLong', `Too long: ${text}`, hint, `shorten ${this.last}`);
  }

  /** TooLongCharacters: the limit counts characters, not bytes. */
  tooLongCharacters(limit: number): void {
    const message = `Too long: may not be more than ${limit} characters`;
    this.cause('FieldValueTooLong', message, undefined, `shorten ${this.last}`);
  }

  /** TooLongMaxLength: like tooLong, with another message up to 1.31. */
  tooLongMaxLength(limit: number): void {
    if (this.minor >= 32) return this.tooLong(limit);
    const text = limit < 0 ? 'value is too long' : `may not be longer than ${limit}`;
    this.cause('FieldValueTooLong', `Too long: ${text}`, undefined, `shorten ${this.last}`);
  }

  tooMany(actual: number, limit: number, hint?: Hint): void {
    const text =
      limit < 0 ? 'has too many items' : `must have at most ${limit} ${this.counted(limit, 'items')}`;
    this.cause('FieldValueTooMany', `Too many: ${actual}: ${text}`, hint, `keep at most ${limit}`);
  }

  /** The plural of what is counted, or since 1.34 its singular if there is one. */
  private counted(count: number, plural: string): string {
    return count === 1 && this.minor >= 34 ? plural.slice(0, -1) : plural;
  }

  /** Warning header of a server that accepts the manifest; the message is the server's. */
  warn(message: string, suggestion?: string, { related, repeats }: Places = {}): void {
    this.report({ level: 'warning', stage: 'warn', message, suggestion, related, repeats });
  }

  /**
   * Refusal by an admission plugin: it hides what validation would report. `message` is what the server
   * writes after `is forbidden: `.
   */
  forbid(message: string, suggestion?: string): void {
    this.report({ level: 'error', stage: 'admit', message, suggestion, reason: 'Forbidden' });
  }

  /** Refusal by an admission plugin that runs after validation: other causes hide it. */
  forbidLate(message: string, suggestion?: string): void {
    this.report({ level: 'error', stage: 'admit', message, suggestion, reason: 'Forbidden', late: true });
  }

  /** An admission plugin that fails for lack of a valid name. `message` is the server's whole message. */
  fail(message: string, suggestion?: string): void {
    this.report({ level: 'error', stage: 'admit', message, suggestion, reason: 'InternalError' });
  }

  /** Refusal of a question that the server cannot answer. `message` is the server's whole message. */
  badRequest(message: string, suggestion?: string): void {
    this.report({ level: 'error', stage: 'admit', message, suggestion, reason: 'BadRequest' });
  }

  /** A failure of the storage. `message` is what the server writes after `Internal error occurred: `. */
  failStorage(message: string, suggestion?: string): void {
    this.report({ level: 'error', stage: 'judge', message, suggestion, reason: 'InternalError' });
  }

  /**
   * Something that the server fails to convert after decoding. `message` is what it writes after `cannot be
   * handled as …: `.
   */
  unconverted(message: string, suggestion: string): void {
    this.report({ level: 'error', stage: 'decode', message, suggestion, reason: 'BadRequest' });
  }

  /** Says that the field is a CEL expression, which is not compiled here: the verdict is not complete. */
  notCompiled(): void {
    this.collector.hasExpressions = true;
  }

  /** Says that an expression about the field could not be evaluated here: the verdict is not complete. */
  notEvaluated(message: string): void {
    this.notCompiled();
    this.report({ level: 'warning', stage: 'judge', message });
  }

  /** The server silently drops the field because its feature gate is off by default in this version. */
  dropped(gate: string, suggestion = `remove ${this.last}, or enable the feature gate`): void {
    this.droppedFor(`feature gate ${gate} is off by default in 1.${this.minor}`, suggestion);
  }

  /** The server silently drops the field for another reason. */
  droppedFor(cause: string, suggestion: string): void {
    const message = `field is dropped: ${cause}`;
    this.report({ rule: FIELD_DROPPED.id, level: 'warning', stage: 'decode', message, suggestion });
  }

  /** ErrorBody: JSON since 1.34, Go's own syntax before. */
  private show(value: unknown): string {
    return value instanceof GoValue ? value.shownIn(this.minor) : show(value);
  }

  private cause(
    reason: string,
    text: string,
    { suggestion, related, repeats, meant, meantKey, follows }: Hint = {},
    usual?: string,
    value?: Pick<RawFinding, 'meant' | 'among'>,
  ): void {
    this.report({
      level: 'error',
      stage: 'judge',
      message: withoutUid(text),
      reason,
      suggestion: suggestion ?? usual,
      related,
      repeats,
      meant,
      meantField: meantKey === undefined ? undefined : this.parent!.inManifest().key(meantKey),
      follows,
      ...value,
    });
  }

  private report(finding: Omit<RawFinding, 'rule' | 'path' | 'at'> & { rule?: string }): void {
    const { collector } = this;
    const related = finding.related?.map((other) => ({ ...other, path: placeOf(other.path) }));
    collector.findings.push({ rule: collector.rule, ...finding, path: this, at: this.place(), related });
  }

  /** The path under which the manifest has the field. */
  inManifest(): Field {
    return this.place() ?? this;
  }

  /** Where the manifest has the field, if the server names another. */
  protected place(): Field | undefined {
    return this.parent?.place()?.next(this.segment, this.step);
  }
}

/** A field that the manifest has elsewhere. */
class MovedField extends Field {
  constructor(
    parent: Field | undefined,
    segment: PathSegment,
    step: PathStep,
    collector: Collector,
    private readonly shown: Field,
  ) {
    super(parent, segment, step, collector);
  }

  protected override place(): Field {
    return this.shown;
  }
}

function meantBy(value: unknown, supported: readonly string[]): string | undefined {
  const text = value instanceof GoValue ? value.value : value;
  return typeof text === 'string' && text ? closest(text, supported) : undefined;
}

const withDetail = (text: string, detail: string) => (detail ? `${text}: ${detail}` : text);

function show(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return String(value);
  return value === undefined ? 'null' : json(value);
}

const placeOf = (path: FieldPath) => (path instanceof Field ? path.inManifest() : path);

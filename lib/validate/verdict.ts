import { closest } from './closest';
import { type Cluster, UNKNOWN } from './cluster';
import { FIELD_DROPPED } from './decode/rules';
import type { FindingLevel, FindingStage } from './finding';
import { goString, GoValue, json, quote } from '../go/format';
import type { FieldPath } from './path';
import type { Mode } from './pod-security/policy';
import type { Related } from './related';
import { withoutUid } from './uid';

/** A finding before its place is looked up. */
export interface RawFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly stage: FindingStage;
  readonly path: FieldPath;
  /** Where the finding is shown, if a server names another field. */
  readonly at?: FieldPath;
  readonly message: string;
  readonly reason?: string;
  /** Whether it is found only of an object that has been judged and is in order. */
  readonly late?: boolean;
  /** Whether a cluster may well take the manifest: it depends on what is not known here. */
  readonly uncertain?: boolean;
  readonly suggestion?: string;
  /** Other places that it speaks of. */
  readonly related?: readonly Related[];
  /**
   * Set where it repeats another item of a list: the fields that make two items the same, none where the
   * whole value does.
   */
  readonly repeats?: readonly string[];
  /** The rule for a server's warnings of the same mistake, which are not reported in addition. */
  readonly insteadOf?: string;
  /** What was probably meant in the place of a misspelled value. */
  readonly meant?: unknown;
  /** Of a value that is not supported: how many are. */
  readonly among?: number;
  /** What a server says of the violation of a policy, whatever its level is here. */
  readonly violation?: PolicyViolation;
}

/** One of the violations that a server lists in one text. */
export interface PolicyViolation {
  /** Whether it refuses the Pod, warns, or writes to its audit log. */
  readonly mode: Mode;
  /** How the text about all violations begins. */
  readonly start: string;
  /** What it says of this one. */
  readonly text: string;
}

/** What a finding has beyond a server's cause. */
export interface Hint {
  /** Suggestion, if it differs from the default one. */
  readonly suggestion?: string;
  /** Where the mistake is, if a server names another field. */
  readonly at?: FieldPath;
  /** What stands there, if a server shows more than that. */
  readonly word?: string;
  /** Other places that the finding speaks of. */
  readonly related?: readonly Related[];
  /**
   * Of what another item of the list has, too: the fields that make two items the same, none where the whole
   * value does.
   */
  readonly repeats?: readonly string[];
}

/** What a warning has beyond its text and suggestion. */
type Places = Pick<Hint, 'related' | 'repeats'>;

/** The value as a whole is there twice. */
export const VALUE: readonly string[] = [];

/** What a verdict needs of a rule. */
interface Judging<T> {
  readonly id: string;
  judge(subject: T, path: FieldPath, verdict: Verdict): void;
}

/**
 * What judging one manifest has found so far. The methods named as in Go's `field` package (apimachinery
 * util/validation/field/errors.go, 1.36) add a cause with a server's reason and text.
 */
export class Verdict {
  readonly findings: RawFinding[] = [];
  private rule = '';

  /**
   * @param minor Kubernetes minor to judge by: 36 is 1.36.
   * @param cluster What is known of the cluster.
   */
  constructor(
    readonly minor: number,
    readonly cluster: Cluster = UNKNOWN,
  ) {}

  /** Runs one rule; what it finds carries its id. */
  apply<T>(rule: Judging<T>, subject: T, path: FieldPath): void {
    const outer = this.rule;
    this.rule = rule.id;
    rule.judge(subject, path, this);
    this.rule = outer;
  }

  /** Whether a server would refuse the manifest for what has been found so far. */
  refuses(): boolean {
    return this.findings.some(({ reason, late }) => reason !== undefined && !late);
  }

  /**
   * Judges a part that a server calls `path` and the manifest `place`: what is found there is shown where it
   * is.
   */
  placed(path: FieldPath, place: FieldPath, judge: () => void): void {
    const first = this.findings.length;
    judge();
    for (let index = first; index < this.findings.length; index++) {
      const finding = this.findings[index];
      const related = finding.related?.map((other) => ({ ...other, path: other.path.moved(path, place) }));
      this.findings[index] = { ...finding, at: (finding.at ?? finding.path).moved(path, place), related };
    }
  }

  required(path: FieldPath, detail = '', hint?: Hint): void {
    this.cause('FieldValueRequired', path, withDetail('Required value', detail), hint, `set ${path.last}`);
  }

  forbidden(path: FieldPath, detail: string, hint?: Hint): void {
    this.cause('FieldValueForbidden', path, withDetail('Forbidden', detail), hint, `remove ${path.last}`);
  }

  invalid(path: FieldPath, value: unknown, detail: string, hint?: Hint): void {
    this.cause('FieldValueInvalid', path, withDetail(`Invalid value: ${this.show(value)}`, detail), hint);
  }

  /** One cause a text, none where there is none. */
  invalidEach(path: FieldPath, value: unknown, details: readonly string[], hint?: Hint): void {
    for (const detail of details) this.invalid(path, value, detail, hint);
  }

  /** A text is taken to be of a type of its own, as almost all of them are. */
  notSupported(path: FieldPath, value: unknown, supported: readonly string[], hint?: Hint): void {
    const detail = `supported values: ${supported.map(quote).join(', ')}`;
    const near = meantBy(hint?.word ?? value, supported);
    const usual = near ? `did you mean "${near}"?` : `use ${supported.map(quote).join(' or ')}`;
    const message = withDetail(
      `Unsupported value: ${this.show(typeof value === 'string' ? goString(value) : value)}`,
      detail,
    );
    this.cause('FieldValueNotSupported', path, message, hint, usual, {
      among: supported.length,
      meant: near,
    });
  }

  duplicate(path: FieldPath, value: unknown, hint?: Hint): void {
    this.cause(
      'FieldValueDuplicate',
      path,
      `Duplicate value: ${this.show(value)}`,
      { repeats: VALUE, ...hint },
      'change or remove one of them',
    );
  }

  notFound(path: FieldPath, value: unknown, hint?: Hint, detail = ''): void {
    this.cause('FieldValueNotFound', path, withDetail(`Not found: ${this.show(value)}`, detail), hint);
  }

  tooLong(path: FieldPath, limit: number, hint?: Hint): void {
    const text = this.minor >= 32 ? 'may not be more than' : 'must have at most';
    this.cause('FieldValueTooLong', path, `Too long: ${text} ${limit} bytes`, hint, `shorten ${path.last}`);
  }

  /** TooLongMaxLength: as tooLong, with a text of its own up to 1.31. */
  tooLongMaxLength(path: FieldPath, limit: number): void {
    if (this.minor >= 32) {
      this.tooLong(path, limit);
    } else {
      this.cause(
        'FieldValueTooLong',
        path,
        `Too long: may not be longer than ${limit}`,
        undefined,
        `shorten ${path.last}`,
      );
    }
  }

  tooMany(path: FieldPath, actual: number, limit: number, hint?: Hint): void {
    this.cause(
      'FieldValueTooMany',
      path,
      `Too many: ${actual}: must have at most ${limit} items`,
      hint,
      `keep at most ${limit}`,
    );
  }

  /** Like `invalid`, without the value (field.OmitValueType). */
  invalidWhole(path: FieldPath, detail: string, hint?: Hint): void {
    this.cause('FieldValueInvalid', path, withDetail('Invalid value', detail), hint);
  }

  /**
   * A Warning header of a server that takes the manifest. `path` is where it comes from; the text is the
   * server's.
   */
  warn(path: FieldPath, message: string, suggestion?: string, places?: Places): void {
    this.findings.push({
      rule: this.rule,
      level: 'warning',
      stage: 'warn',
      path,
      message,
      suggestion,
      ...places,
    });
  }

  /**
   * A refusal by an admission plugin: it hides what judging would say. `message` is all that the server says
   * after `is forbidden: `.
   */
  forbid(path: FieldPath, message: string, suggestion?: string): void {
    this.refuse(path, message, suggestion, { stage: 'admit', reason: 'Forbidden' });
  }

  /**
   * A refusal by an admission plugin that looks at an object after it has been judged: other causes hide it.
   */
  forbidLate(path: FieldPath, message: string, suggestion?: string): void {
    this.refuse(path, message, suggestion, { stage: 'admit', reason: 'Forbidden', late: true });
  }

  /** An admission plugin that fails for want of a proper name. `message` is all that the server says. */
  fail(path: FieldPath, message: string, suggestion?: string): void {
    this.refuse(path, message, suggestion, { stage: 'admit', reason: 'InternalError' });
  }

  /**
   * What a server fails to convert once it is decoded. `message` is all that it says after `cannot be handled
   * as …: `.
   */
  unconverted(path: FieldPath, message: string, suggestion: string): void {
    this.refuse(path, message, suggestion, { stage: 'decode', reason: 'BadRequest' });
  }

  /** An error of the current rule that is no cause of judging. */
  private refuse(
    path: FieldPath,
    message: string,
    suggestion: string | undefined,
    refusal: Pick<RawFinding, 'stage' | 'reason' | 'late'>,
  ): void {
    this.findings.push({ rule: this.rule, level: 'error', path, message, suggestion, ...refusal });
  }

  /** A field that the server silently drops because its feature gate is off by default in this version. */
  dropped(
    path: FieldPath,
    gate: string,
    suggestion = `remove ${path.last}, or enable the feature gate`,
  ): void {
    this.droppedFor(path, `feature gate ${gate} is off by default in 1.${this.minor}`, suggestion);
  }

  /** A field that the server silently drops for another reason. */
  droppedFor(path: FieldPath, cause: string, suggestion: string): void {
    this.findings.push({
      rule: FIELD_DROPPED.id,
      level: 'warning',
      stage: 'decode',
      path,
      message: `field is dropped: ${cause}`,
      suggestion,
    });
  }

  /** ErrorBody: JSON since 1.34, Go's own syntax before. */
  private show(value: unknown): string {
    return value instanceof GoValue ? value.shownIn(this.minor) : show(value);
  }

  private cause(
    reason: string,
    path: FieldPath,
    message: string,
    { at, suggestion: own, related, repeats }: Hint = {},
    usual?: string,
    value?: Pick<RawFinding, 'meant' | 'among'>,
  ): void {
    const suggestion = own ?? usual;
    this.findings.push({
      rule: this.rule,
      level: 'error',
      stage: 'judge',
      path,
      at,
      message: withoutUid(message),
      reason,
      suggestion,
      related,
      repeats,
      ...value,
    });
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

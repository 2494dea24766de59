import { closest } from './closest';
import type { FindingLevel, FindingSource } from './finding';
import { json, quote } from './go-text';
import type { FieldPath } from './path';
import type { Rule } from './rule';

/** A finding before its place is looked up. */
export interface RawFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly source: FindingSource;
  readonly path: FieldPath;
  /** Where the finding is shown, if a server names another field. */
  readonly at?: FieldPath;
  readonly message: string;
  readonly reason?: string;
  readonly suggestion?: string;
  /** How a server's text about all violations of a policy begins, and what it says of this one. */
  readonly violation?: { readonly start: string; readonly text: string };
}

/** What a finding has beyond a server's cause. */
export interface Hint {
  /** What to do, if it is not the usual. */
  readonly remedy?: string;
  /** Where the mistake is, if a server names another field. */
  readonly at?: FieldPath;
}

/**
 * What judging one manifest has found so far. The methods named as in Go's `field` package (apimachinery
 * util/validation/field/errors.go, 1.36) add a cause with a server's reason and text.
 */
export class Verdict {
  readonly findings: RawFinding[] = [];
  private rule = '';

  /** @param minor Kubernetes minor to judge by: 36 is 1.36. */
  constructor(readonly minor: number) {}

  /** Runs one rule; what it finds carries its id. */
  apply<T>(rule: Rule<T>, subject: T, path: FieldPath): void {
    const outer = this.rule;
    this.rule = rule.id;
    rule.judge(subject, path, this);
    this.rule = outer;
  }

  required(path: FieldPath, detail = '', hint?: Hint): void {
    this.cause('FieldValueRequired', path, withDetail('Required value', detail), hint, `set ${path.last}`);
  }

  forbidden(path: FieldPath, detail: string, hint?: Hint): void {
    this.cause('FieldValueForbidden', path, withDetail('Forbidden', detail), hint, `remove ${path.last}`);
  }

  invalid(path: FieldPath, value: unknown, detail: string, hint?: Hint): void {
    this.cause('FieldValueInvalid', path, withDetail(`Invalid value: ${show(value)}`, detail), hint);
  }

  /** One cause a text, none where there is none. */
  invalidEach(path: FieldPath, value: unknown, details: readonly string[], hint?: Hint): void {
    for (const detail of details) this.invalid(path, value, detail, hint);
  }

  notSupported(path: FieldPath, value: unknown, supported: readonly string[], hint?: Hint): void {
    const detail = `supported values: ${supported.map(quote).join(', ')}`;
    this.cause('FieldValueNotSupported', path, withDetail(`Unsupported value: ${show(value)}`, detail), hint, useOneOf(supported, value));
  }

  duplicate(path: FieldPath, value: unknown, hint?: Hint): void {
    this.cause('FieldValueDuplicate', path, `Duplicate value: ${show(value)}`, hint, 'change or remove one of the two');
  }

  notFound(path: FieldPath, value: unknown, hint?: Hint): void {
    this.cause('FieldValueNotFound', path, `Not found: ${show(value)}`, hint);
  }

  tooLong(path: FieldPath, limit: number, hint?: Hint): void {
    this.cause('FieldValueTooLong', path, `Too long: may not be more than ${limit} bytes`, hint, `shorten ${path.last}`);
  }

  /** A finding of our own: a server says nothing of it. */
  lint(level: FindingLevel, path: FieldPath, message: string, remedy: string): void {
    this.findings.push({ rule: this.rule, level, source: 'lint', path, message, suggestion: remedy });
  }

  /** A Warning header of a server that takes the manifest. `path` is where it comes from; the text is the server's. */
  warn(path: FieldPath, message: string, remedy?: string): void {
    this.findings.push({ rule: this.rule, level: 'warning', source: 'warn', path, message, suggestion: remedy });
  }

  /** A refusal by an admission plugin: it hides what judging would say. `message` is all that the server says after `is forbidden: `. */
  forbid(path: FieldPath, message: string, remedy?: string): void {
    this.findings.push({ rule: this.rule, level: 'error', source: 'admit', path, message, reason: 'Forbidden', suggestion: remedy });
  }

  /** A field that the server drops without a word, because its feature gate is off by default in this minor. */
  dropped(path: FieldPath, gate: string, remedy = `remove ${path.last}, or turn the gate on`): void {
    const message = `field is dropped: feature gate ${gate} is off by default in 1.${this.minor}`;
    this.findings.push({ rule: 'field-dropped', level: 'warning', source: 'decode', path, message, suggestion: remedy });
  }

  private cause(reason: string, path: FieldPath, message: string, { at, remedy }: Hint = {}, usual?: string): void {
    this.findings.push({ rule: this.rule, level: 'error', source: 'judge', path, at, message, reason, suggestion: remedy ?? usual });
  }
}

function useOneOf(supported: readonly string[], value: unknown): string {
  const near = typeof value === 'string' && value ? closest(value, supported) : undefined;
  return near ? `did you mean "${near}"?` : `use ${supported.map(quote).join(' or ')}`;
}

const withDetail = (text: string, detail: string) => (detail ? `${text}: ${detail}` : text);

function show(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  return value === undefined ? 'null' : json(value);
}

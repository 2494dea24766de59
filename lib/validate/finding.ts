import type { RuleId } from './rule-ids';

/** How grave a finding is: an error is what a server would refuse or what is broken for certain. */
export type FindingLevel = 'error' | 'warning' | 'info';

/** Level that a rule can be given: that of its findings, or `off` for none. */
export type RuleLevel = FindingLevel | 'off';

/** The stage of validation that a finding comes from. */
export type FindingSource =
  'read' | 'decode' | 'admit' | 'judge' | 'warn' | 'pod-security' | 'references' | 'lint';

/** Identity of the resource that a finding is about. */
export interface FindingResource {
  /**
   * API group and version.
   *
   * @default - not in the manifest
   */
  readonly apiVersion?: string;

  /**
   * Kind.
   *
   * @default - not in the manifest
   */
  readonly kind?: string;

  /**
   * Namespace.
   *
   * @default - not in the manifest
   */
  readonly namespace?: string;

  /**
   * Name, or the prefix of a generated name with `*`.
   *
   * @default - not in the manifest
   */
  readonly name?: string;
}

/** Place in a text. */
export interface FindingPosition {
  /**
   * File name as it was given.
   *
   * @default - the text came from no file
   */
  readonly file?: string;

  /** Line, counted from 1. */
  readonly line: number;

  /** Column in characters, counted from 1. */
  readonly column: number;
}

/** Pattern that brought what a finding is about. */
export interface FindingPattern {
  /** Name of the pattern's class: `LogSidecar`. */
  readonly name: string;

  /**
   * Place in the source where the pattern was made.
   *
   * @default - not known
   */
  readonly source?: FindingPosition;
}

/** Another place that a finding speaks of. */
export interface FindingRelated {
  /** What is there: `first seen here`. */
  readonly message: string;

  /** Path of the field in the same manifest, as a server writes it; empty for a key that is set twice. */
  readonly path: string;

  /**
   * Place in the text that the manifest was read from.
   *
   * @default - the manifest was not read from a text
   */
  readonly position?: FindingPosition;
}

/** Construct that a finding is about. */
export interface FindingConstruct {
  /** Path of the construct in its app: `demo/web`. */
  readonly path: string;

  /**
   * Place in the source where the construct was made, its file relative to the working folder where it is
   * below; in TypeScript where source maps are loaded, as ts-node, tsx, swc and `node --enable-source-maps`
   * do.
   *
   * @default - a construct of another library, or an app in Python, Java or Go
   */
  readonly source?: FindingPosition;

  /**
   * Pattern that brought the container or volume in question.
   *
   * @default - it was not brought by a pattern
   */
  readonly pattern?: FindingPattern;
}

/** One thing that validation has to say about a manifest. */
export interface Finding {
  /** Id of the rule: `container-ports`. */
  readonly rule: RuleId;

  /** Gravity: `error`, `warning` or `info`. */
  readonly level: FindingLevel;

  /**
   * Stage of validation: `read`, `decode`, `admit`, `judge`, `warn`, `pod-security`, `references` or `lint`.
   */
  readonly source: FindingSource;

  /** Resource that the finding is about. */
  readonly resource: FindingResource;

  /** Path of the field, as a server writes it: `spec.containers[0].image`; empty for the whole document. */
  readonly path: string;

  /** Predicate with the value; where a server has a text, exactly its text. */
  readonly message: string;

  /**
   * Machine-readable reason: that of a server's cause (`FieldValueRequired`, `FieldValueInvalid`, …),
   * `BadRequest` where a server cannot decode the manifest, `Client` where kubectl would not send it.
   *
   * @default - no server refuses the manifest for this
   */
  readonly reason?: string;

  /**
   * Remedy.
   *
   * @default - none beyond the message
   */
  readonly suggestion?: string;

  /**
   * Page about the rule: why it is there, and what to do.
   *
   * @default - only lint rules have one
   */
  readonly docs?: string;

  /**
   * Place in the text that the manifest was read from.
   *
   * @default - the manifest was not read from a text
   */
  readonly position?: FindingPosition;

  /**
   * Other places that the finding speaks of: the first of two that are alike, the limit that a request is
   * above.
   *
   * @default - it speaks of one place only
   */
  readonly related?: FindingRelated[];

  /**
   * Construct that the manifest was rendered from.
   *
   * @default - the manifest does not come from a construct
   */
  readonly construct?: FindingConstruct;
}

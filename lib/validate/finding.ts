import type { RuleId } from './rule-ids';

/**
 * Severity of a finding: an error is something that the API server would reject or that is definitely broken.
 */
export type FindingLevel = 'error' | 'warning' | 'info';

/** Level that a rule can be given: that of its findings, or `off` for none. */
export type RuleLevel = FindingLevel | 'off';

/** The stage of validation that a finding comes from. */
export type FindingStage = 'read' | 'decode' | 'admit' | 'judge' | 'warn' | 'pod-security' | 'lint';

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
   * File name as specified.
   *
   * @default - the text is not from a file
   */
  readonly file?: string;

  /** Line, counted from 1. */
  readonly line: number;

  /** Column in characters, counted from 1. */
  readonly column: number;
}

/** Pattern that added what a finding is about. */
export interface FindingPattern {
  /** Name of the pattern's class: `LogSidecar`. */
  readonly name: string;

  /**
   * Location in the source where the pattern was created.
   *
   * @default - not known
   */
  readonly source?: FindingPosition;
}

/** Another location that a finding refers to. */
export interface FindingRelated {
  /** Description of the location: `first seen here`. */
  readonly message: string;

  /** Path of the field, as a server writes it; empty for a key that is set twice. */
  readonly path: string;

  /**
   * Resource that has the field.
   *
   * @default - the resource that the finding is about
   */
  readonly resource?: FindingResource;

  /**
   * Position in the text that the manifest was read from.
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
   * Location in the source where the construct was created. The file is relative to the working directory if
   * it is below it; it is a TypeScript file if source maps are loaded, as ts-node, tsx, swc and `node
   * --enable-source-maps` do.
   *
   * @default - a construct of another library, or an app in Python, Java or Go
   */
  readonly source?: FindingPosition;

  /**
   * Pattern that added the container or volume.
   *
   * @default - it was not added by a pattern
   */
  readonly pattern?: FindingPattern;
}

/** One result of validating a manifest. */
export interface Finding {
  /** Id of the rule: `container-ports`. */
  readonly rule: RuleId;

  /** Level: `error`, `warning` or `info`. */
  readonly level: FindingLevel;

  /**
   * Stage of validation: `read`, `decode`, `admit`, `judge`, `warn`, `pod-security` or `lint`.
   */
  readonly stage: FindingStage;

  /** Resource that the finding is about. */
  readonly resource: FindingResource;

  /**
   * Path of the field, in the server's notation: `spec.containers[0].image`; empty for the whole document.
   */
  readonly path: string;

  /** Message, with the value. If the API server has a message for the mistake, exactly that message. */
  readonly message: string;

  /**
   * Machine-readable reason: that of a server's cause (`FieldValueRequired`, `FieldValueInvalid`, …),
   * `BadRequest` if a server cannot decode the manifest, `Client` if kubectl would not send it.
   *
   * @default - the API server does not reject the manifest because of this
   */
  readonly reason?: string;

  /**
   * How to fix the problem.
   *
   * @default - none beyond the message
   */
  readonly suggestion?: string;

  /**
   * URL of the documentation of the rule.
   *
   * @default - only lint rules have one
   */
  readonly docs?: string;

  /**
   * Position in the text that the manifest was read from.
   *
   * @default - the manifest was not read from a text
   */
  readonly position?: FindingPosition;

  /**
   * Other locations that the finding refers to, such as the first of two duplicates, or the limit that a
   * request exceeds.
   *
   * @default - none
   */
  readonly related?: FindingRelated[];

  /**
   * Construct that the manifest was rendered from.
   *
   * @default - the manifest does not come from a construct
   */
  readonly construct?: FindingConstruct;
}

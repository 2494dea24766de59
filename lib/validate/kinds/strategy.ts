import type { Field } from '../field';
import type { Cluster } from '../cluster';
import type { NameRules } from '../rules/names';
import type { ObjectMeta } from '../schema/types';

/**
 * All that is known of one kind beyond its fields, in the order in which a server uses it on create. What a
 * kind does not have is left out. Whether it is namespaced, and where it holds a Pod template, follow from
 * the schema.
 */
export interface Strategy<T extends AnyObject = AnyObject> {
  readonly apiVersion: string;
  readonly kind: string;

  /**
   * Rules for its name.
   *
   * @default - those for a DNS subdomain
   */
  names?(minor: number, object: T): NameRules;

  /**
   * First minor in which the server sets metadata.generation.
   *
   * @default - it does not
   */
  readonly generationSince?: number;

  /**
   * Whether apimachinery's ValidateObjectMeta judges its metadata: it asks less of finalizers than that of
   * pkg/apis/core/validation.
   *
   * @default false
   */
  readonly genericMetadata?: boolean;

  /**
   * The minor since which a server drops the status of a new object; Infinity if it always keeps it.
   *
   * @default 0
   */
  readonly dropsStatusSince?: number;

  /**
   * Whether a server answers with the texts of its causes as an internal error, without listing them.
   *
   * @default false
   */
  readonly plainCauses?: boolean;

  /**
   * Whether a server of 1.37 still repeats equal causes beyond the metadata, because it does not validate the
   * kind declaratively.
   *
   * @default false
   */
  readonly repeatsCauses?: boolean;

  /**
   * Whether it is a question that a server answers without keeping an object: nothing of its metadata is
   * judged, and a refusal does not name it.
   *
   * @default false
   */
  readonly review?: boolean;

  /**
   * The warning that a server gives before it reads a manifest of this kind.
   *
   * @default - it is not deprecated
   */
  readonly deprecated?: Deprecation;

  /** Drops fields whose feature gate is off by default in the minor, and reports each. */
  dropDisabledFields?(object: T, at: Field): void;

  /**
   * Its SetDefaults functions.
   *
   * @default - they are not known here; `NO_DEFAULTS` stands for none
   */
  applyDefaults?(object: T, minor: number): void;

  /** What admission plugins that are on by default change and refuse, as far as it concerns the verdict. */
  admit?(object: T, at: Field): void;

  /**
   * BeginCreate of its storage: changes the object before it is judged; what it refuses hides all other
   * causes.
   */
  beginCreate?(object: T, at: Field): void;

  /**
   * Judges all but the metadata, which is judged before.
   *
   * @default - only fields, types and metadata are judged, and a finding says so
   */
  validate?(object: T, at: Field): void;

  /** Warning headers of create, in the server's order. */
  warn?(object: T, at: Field): void;

  /**
   * What a server returns of a created object beyond its defaults: its status, what admission plugins add.
   * Only defaulted objects ask for it.
   */
  complete?(object: T, creation: Creation): void;
}

/** What every manifest has. */
export interface AnyObject {
  metadata?: ObjectMeta;
}

export interface Deprecation {
  readonly since: number;
  /** First minor without the kind; undefined if no removal is planned. */
  readonly unavailable?: number;
  readonly instead: string;
}

/** Where an object is created. */
export interface Creation {
  /** Kubernetes minor: 36 is 1.36. */
  readonly minor: number;
  readonly cluster: Cluster;
}

/** A server judges the metadata alone. */
export const NO_RULES = () => undefined;

/** A server fills in nothing. */
export const NO_DEFAULTS = () => undefined;

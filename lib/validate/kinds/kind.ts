import type { FieldPath } from '../path';
import type { NameFormat } from '../rules/metadata';
import type { ObjectMeta } from '../schema/types';
import type { Verdict } from '../verdict';

/** What the engine does with manifests of one kind once they are decoded. */
export interface KindRules<T = unknown> {
  readonly nameFormat: NameFormat;
  /** Fills in what a server adds before it judges. */
  fillIn(object: T): void;
  /** Judges what is the kind's own; its metadata is judged before. */
  judge(object: T, path: FieldPath, verdict: Verdict): void;
}

/** What every manifest has. */
export interface AnyObject {
  metadata?: ObjectMeta;
}

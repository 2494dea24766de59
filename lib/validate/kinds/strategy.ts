import type { FieldPath } from '../path';
import type { ObjectMeta } from '../schema/types';
import type { Verdict } from '../verdict';

/** What the engine does with manifests of one kind once they are decoded. */
export interface KindRules<T = unknown> {
  /** Drops fields whose feature gate is off by default in the verdict's minor, and says so. */
  drop?(object: T, path: FieldPath, verdict: Verdict): void;
  /** Fills in what a server adds before it judges. */
  fillIn(object: T, minor: number): void;
  /** What admission plugins that are on by default change and refuse. */
  admit?(object: T, path: FieldPath, verdict: Verdict): void;
  /** What a server does to an admitted object before it judges it, as far as it warns of it. */
  prepare?(object: T, path: FieldPath, verdict: Verdict): void;
  /** Judges what is the kind's own; its metadata is judged before. */
  judge(object: T, path: FieldPath, verdict: Verdict): void;
  /** Warning headers of create, in the server's order. */
  warn?(object: T, path: FieldPath, verdict: Verdict): void;
}

/** What every manifest has. */
export interface AnyObject {
  metadata?: ObjectMeta;
}

import type { FieldPath } from './path';
import type { Verdict } from './verdict';

/** One thing to judge about a part of a manifest. It reports to the verdict and has no other effect. */
export interface Rule<T> {
  /** Kebab-case name that findings, docs and switches use. */
  readonly id: string;
  /** Field of the part without which there is nothing to judge, where there is one. */
  readonly field?: string;
  judge(subject: T, path: FieldPath, verdict: Verdict): void;
}

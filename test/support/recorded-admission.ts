import type { Verdict } from './recorded';

/** What servers said of an object that others decide about. */
export interface RecordedAdmission {
  readonly name: string;
  readonly given: readonly object[];
  readonly asked: object;
  /** By minor; one that is not there said the same as the oldest. */
  readonly verdicts: { readonly [minor: string]: Verdict };
}

import type { FieldPath } from '../path';
import type { Verdict } from '../verdict';

/** A warning as most of a server's begin: with the field that it speaks of. */
export const warnAt = (path: FieldPath, text: string, verdict: Verdict, remedy?: string) => verdict.warn(path, `${path}: ${text}`, remedy);

import { displayValue } from '../text/display-value';
import { closest } from './closest';
import type { AdmissionLevel } from './options';

/** Levels of what other manifests of a run refuse. */
export const ADMISSION_LEVELS = ['off', 'warn', 'error'] as const satisfies readonly AdmissionLevel[];

/** @throws Error that lists the known values */
export function admissionLevelOf(level: unknown): AdmissionLevel {
  const known = ADMISSION_LEVELS.find((one) => one === level);
  if (known) return known;
  const near = typeof level === 'string' ? closest(level, ADMISSION_LEVELS) : undefined;
  const suggestion = near ? `did you mean "${near}"?` : `use ${ADMISSION_LEVELS.join(', ')}`;
  throw new Error(`unknown admission level ${displayValue(level)}: ${suggestion}`);
}

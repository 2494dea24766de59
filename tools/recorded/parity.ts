import type { Verdict } from '../../test/support/recorded';
import { cover, shapeOf } from './cover';

export interface Case {
  readonly id: string;
  readonly base: string;
}

export interface Verdicts {
  readonly id: string;
  readonly verdicts: readonly (Verdict & { readonly minors: readonly string[] })[];
}

/** Longest case with its verdicts, in characters: two that are longer are lists of a thousand items. */
const MOST = 10_000;

/**
 * Cases with every shape of a cause, message and warning, every base refused and accepted, and every split
 * between minors.
 */
export function selectCases(
  cases: readonly Case[],
  verdicts: readonly Verdicts[],
): { readonly cases: Case[]; readonly verdicts: Verdicts[] } {
  const byId = new Map(verdicts.map((entry) => [entry.id, entry]));
  const pairs = cases
    .filter(({ base }) => !base.startsWith('corpus/'))
    .map((one) => ({ one, said: byId.get(one.id)! }));
  const kept = cover(
    pairs,
    ({ one, said }) => said.verdicts.flatMap((verdict) => keysOf(one, verdict)),
    MOST,
  );
  return { cases: kept.map(({ one }) => one), verdicts: kept.map(({ said }) => said) };
}

function keysOf(
  { base }: Case,
  { reason = 'ok', causes = [], message = '', warnings = [], minors }: Verdicts['verdicts'][number],
): string[] {
  return [
    ...causes.map(([kind, , text]) => `cause ${kind} ${shapeOf(text)}`),
    ...(causes.length ? [] : [`message ${reason} ${shapeOf(message).slice(0, 80)}`]),
    ...warnings.map((warning) => `warning ${shapeOf(warning.replace(/^[^:]*: /, ''))}`),
    `base ${base} ${reason}`,
    `minors ${minors.join()} ${reason}`,
  ];
}

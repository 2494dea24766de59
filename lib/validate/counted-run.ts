import { type EngineOptions, judge } from './engine';
import type { Source } from '../manifest/source';
import { manifestsIn, surroundingsIn } from './surroundings-in';
import { type Surroundings, withSurroundings } from './surroundings';
import type { Admission, QuotaRefusals } from './admit/objects';

type Manifests = () => Iterable<unknown>;

/** The objects with what the quotas among them refuse: manifests of their namespaces are judged for it. */
function countedRun(
  options: EngineOptions,
  admission: Admission,
  minors: readonly number[],
  manifests: Manifests,
): Admission {
  const { QuotaLedger } = require('./admit') as typeof import('./admit');
  const ledgers = minors.map((minor) => ({ minor, ledger: new QuotaLedger(admission, minor) }));
  for (const manifest of manifests()) {
    const { metadata } = (manifest ?? {}) as { readonly metadata?: { readonly namespace?: string } | null };
    for (const { minor, ledger } of ledgers) {
      if (!ledger.concerns({ metadata: metadata ?? undefined })) continue;
      judge(manifest, { ...options, admission, minor, ledger, errorsOnly: true, admissionLevel: 'error' });
    }
  }
  const refusals: QuotaRefusals = new Map(
    ledgers.map(({ minor, ledger }) => {
      ledger.settle();
      return [minor, ledger.refusals];
    }),
  );
  return { ...admission, refusals };
}

/**
 * The options with what the manifests of a run say about how others are judged.
 *
 * @param manifests all of the run, which are only looked at if some of them decide about others
 */
export function inRun(
  options: EngineOptions,
  surroundings: Surroundings,
  manifests: Manifests,
  minors: readonly number[] = [options.minor],
): EngineOptions {
  const { admission } = surroundings;
  const all = withSurroundings(options, surroundings);
  if (!admission || options.admissionLevel === 'off') return all;
  const { hasQuotas, hooksFor, othersFor } = require('./admit') as typeof import('./admit');
  const known = { ...admission, ...othersFor(admission, manifests) };
  const hooks = hooksFor({ admission: known, minor: minors.at(-1)!, crds: all.crds }, manifests);
  const judged = { ...known, ...hooks };
  return { ...all, admission: hasQuotas(admission) ? countedRun(all, judged, minors, manifests) : judged };
}

/** The same of a run that is some texts, unless the surroundings are known. */
export function inTexts(options: EngineOptions, sources: readonly Source[]): EngineOptions {
  if (options.namespaces) return options;
  return inRun(options, surroundingsIn(sources), function* () {
    for (const source of sources) yield* manifestsIn(source);
  });
}

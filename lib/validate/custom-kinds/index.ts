import type { EngineOptions, Judgement } from '../engine';
import { resourceOf, type Head } from '../manifest-head';
import { customKind } from './custom-kind';
import { notJudged } from '../unknown-kinds/not-judged';

export { type CustomKind, customKind } from './custom-kind';

/** Judges a custom resource by its definition; undefined if none of the definitions has its kind. */
export function judgeCustomResource(
  manifest: Head,
  { crds = [], minor, rules }: EngineOptions,
): Judgement | undefined {
  const kind = customKind(crds, manifest.apiVersion, manifest.kind, minor);
  if (!kind) return undefined;
  return {
    resource: resourceOf(manifest),
    findings: notJudged(manifest, 'none', rules),
    coverage: 'none',
  };
}

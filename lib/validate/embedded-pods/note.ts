import type { RawFinding } from '../collector';
import { notJudgedText } from '../unknown-kinds/not-judged-text';
import { embeddedPodsOf } from './known';
import type { PodTemplatePattern } from './pattern';
import { valuesAt } from './places';

/**
 * The findings about a custom resource without a definition, whose note says that its Pods are judged;
 * undefined if it has none.
 */
export function notedPods(
  findings: readonly RawFinding[],
  manifest: { readonly apiVersion: string; readonly kind: string },
  podTemplates: readonly PodTemplatePattern[] | undefined,
): readonly RawFinding[] | undefined {
  const pods = embeddedPodsOf(manifest, podTemplates) ?? [];
  if (!pods.some(({ at }) => at.some((path) => valuesAt(manifest, path).length))) return undefined;
  const kind = `${manifest.apiVersion} ${manifest.kind}`;
  const nothing = notJudgedText(kind, 'undefined');
  return findings.map((finding) =>
    finding.message === nothing ? { ...finding, message: notJudgedText(kind, 'pods') } : finding,
  );
}

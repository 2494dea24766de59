import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Side } from './runner';

const folder = mkdtempSync(join(tmpdir(), 'bench-pods-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** Where a side of `podSides` with one chart leaves its manifests. */
export const manifestOf = ({ name }: Side) => join(folder, name, 'bench-0.k8s.yaml');

/**
 * An app of Pods, evenly over the charts, that is built and synthesized: by our `Pod`, and by that of
 * cdk8s-plus-28.
 */
export function podSides(pods: number, charts = 1): Side[] {
  const side = (name: string, builder: string) => ({
    name,
    script: 'pods.js',
    args: [`./${builder}`, String(pods), String(charts), join(folder, name)],
  });
  return [side('cdk8s-pod-patterns', 'our-pod.js'), side('cdk8s-plus-28', 'peer-pod.js')];
}

import type { RawFinding } from '../collector';
import type { FieldPath } from '../path';
import type { Made } from './made';

/** A refusal of what a controller makes of a manifest: a server takes the manifest itself. */
export function ofMade(finding: RawFinding, { path, kind }: Made): RawFinding {
  const { message, suggestion } = finding;
  const whose = kind.kind === 'Pod' ? 'its Pods' : 'its PersistentVolumeClaims';
  return {
    ...finding,
    path: within(path, finding.path),
    message: `${whose} will be forbidden: ${message}`,
    suggestion: [suggestion, `the API server accepts the workload, but rejects ${whose}`]
      .filter(Boolean)
      .join('; '),
    reason: undefined,
    late: undefined,
    together: undefined,
    beforePodSecurity: undefined,
  };
}

/** The path to a field of what is made, in the manifest. */
function within(base: FieldPath, path: FieldPath): FieldPath {
  if (path.isRoot()) return base;
  const holder = within(base, path.holder);
  const { last } = path;
  if (typeof last === 'number') return holder.index(last);
  return path.subscripts() ? holder.key(last) : holder.field(last);
}

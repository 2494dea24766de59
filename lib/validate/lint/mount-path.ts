import type { Lint } from './pod';
import { defineRule } from '../rule';

/**
 * A mount path begins with `/`. A server takes any text, and the kubelet puts a `/` before it
 * (MakeAbsolutePath, pkg/volume/util 1.36), so that the volume appears where nobody looks for it: seen from
 * the working directory.
 */
export const MOUNT_PATH = defineRule<Lint>({
  id: 'mount-path-absolute',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'a relative `mountPath`',
  why: 'the path is relative to `/`, not to the working directory',
  suggestion: 'start the path with `/`',
  judge({ containers, spec }, report) {
    if (spec.os?.name === 'windows') return;
    for (const container of containers) {
      container.spec.volumeMounts?.forEach(({ mountPath = '' }, index) => {
        if (!mountPath || mountPath.startsWith('/')) return;
        report(
          container.path.field('volumeMounts').index(index).field('mountPath'),
          `"${mountPath}" is a relative path`,
          `start it with /: "/${mountPath}"`,
        );
      });
    }
  },
});

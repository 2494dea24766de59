import type { ContainerRule } from '../rules/container-subject';

/**
 * A mount path begins with `/`. A server takes any text, and the kubelet puts a `/` before it (MakeAbsolutePath,
 * pkg/volume/util 1.36), so that the volume appears where nobody looks for it: seen from the working directory.
 */
export const MOUNT_PATH: ContainerRule = {
  id: 'mount-path-absolute',
  judge({ container: { volumeMounts = [] }, pod: { spec } }, path, verdict) {
    if (spec.os?.name === 'windows') return;
    volumeMounts.forEach(({ mountPath = '' }, index) => {
      if (!mountPath || mountPath.startsWith('/')) return;
      const place = path.child('volumeMounts').index(index).child('mountPath');
      verdict.lint('error', place, `"${mountPath}" is a relative path`, `begin it with /: "/${mountPath}"`);
    });
  },
};

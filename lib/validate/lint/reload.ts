import { quote } from '../../go/format';
import type { Volume } from '../schema/types';
import { imageNameOf } from './images';
import type { Lint, LintedContainer } from './pod';
import { defineRule } from '../rule';
import { hasReloader, hasVolumes } from './predicates';

const RELOADER = /config-?(map-?)?reload/;

const isReloader = ({ spec: { image = '' } }: LintedContainer) =>
  image.includes('reload') && RELOADER.test(imageNameOf(image)?.base ?? '');

const isFromCluster = ({ configMap, secret, projected }: Volume) => configMap ?? secret ?? projected;

/** The kubelet never updates a mount with subPath: who reloads on a change waits for it in vain. */
export const RELOAD_SUBPATH = defineRule<Lint>({
  id: 'reload-subpath',
  stage: 'lint',
  section: 'volumes',
  level: 'warning',
  mistake: 'a config reloader watches configuration that is mounted with `subPath`',
  why: 'the kubelet never updates such a mount, so nothing is reloaded',
  suggestion: 'mount the whole volume as a directory',
  when: [hasVolumes, hasReloader],
  judge({ spec, running }, report) {
    if (!spec.volumes || running.length < 2 || !running.some(isReloader)) return;
    const reloaders = running.filter(isReloader);
    const watched = new Set(
      reloaders.flatMap((container) => container.spec.volumeMounts?.map(({ name }) => name) ?? []),
    );
    const changing = spec.volumes
      .filter(isFromCluster)
      .map(({ name }) => name)
      .filter((name) => watched.has(name));
    for (const container of running) {
      container.spec.volumeMounts?.forEach(({ name, mountPath = '', subPath, subPathExpr }, index) => {
        if (!changing.includes(name) || !(subPath || subPathExpr)) return;
        report(
          container.path.field('volumeMounts').index(index),
          `${quote(mountPath)} is mounted with subPath and never updated: there is nothing to reload`,
          'mount the whole volume as a directory',
          { message: `container "${reloaders[0].name}" watches the volume`, path: reloaders[0].path },
        );
      });
    }
  },
});

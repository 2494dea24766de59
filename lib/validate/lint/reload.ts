import { quote } from '../go-text';
import { imageNameOf } from './images';
import type { Lint, LintedContainer } from './pod';

const RELOADER = /config-?(map-?)?reload/;

const isReloader = ({ spec: { image } }: LintedContainer) => RELOADER.test(imageNameOf(image)?.base ?? '');

/** The kubelet never updates a mount with subPath: who reloads on a change waits for it in vain. */
export const RELOAD_SUBPATH: Lint = {
  id: 'reload-subpath',
  judge({ spec, running }, report) {
    if (!spec.volumes || running.length < 2 || !running.some(isReloader)) return;
    const watched = new Set(running.filter(isReloader).flatMap(({ spec: { volumeMounts = [] } }) => volumeMounts.map(({ name }) => name)));
    const changing = spec.volumes.filter(({ name, configMap, secret, projected }) => watched.has(name) && (configMap || secret || projected)).map(({ name }) => name);
    for (const { spec: { volumeMounts = [] }, path } of running) {
      volumeMounts.forEach(({ name, mountPath = '', subPath, subPathExpr }, index) => {
        if (!changing.includes(name) || !(subPath || subPathExpr)) return;
        report(path.child('volumeMounts').index(index), `${quote(mountPath)} is mounted by subPath, and never changes: there is nothing to reload`, 'mount the whole volume on a directory');
      });
    }
  },
};

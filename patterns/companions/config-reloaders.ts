import { checkArguments } from '../../lib/options/check';
import type { Companion } from './companion';
import type { ConfigmapReloadOptions } from './configmap-reload';
import type { K8sSidecarOptions } from './k8s-sidecar';
import { companions } from './lazy';

/** Companions for `ConfigReloader`: they tell the main container when its configuration changes. */
export class ConfigReloaders {
  /**
   * Creates a watcher of mounted ConfigMaps and Secrets that calls a URL when one changes, by
   * configmap-reload.
   *
   * @param options what to watch, and what to call
   * @throws Error if a path, URL or number is invalid
   */
  public static configmapReload(options: ConfigmapReloadOptions): Companion {
    checkArguments('ConfigReloaders.configmapReload', options);
    return companions().configmapReload(options);
  }

  /**
   * Creates a collector of all ConfigMaps or Secrets with a label: it writes them to a directory of the main
   * container, keeps that up to date, and can call a URL, by k8s-sidecar. It brings the role that it needs.
   *
   * @param options which objects to collect, and where to
   * @throws Error if a label, path, URL or port is invalid
   */
  public static k8sSidecar(options: K8sSidecarOptions): Companion {
    checkArguments('ConfigReloaders.k8sSidecar', options);
    return companions().k8sSidecar(options);
  }

  private constructor() {}
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_VERSIONS } from '../validate/kubernetes-version';

/** What `--version` prints: the version alone in the first line, for programs that read it. */
export const versionText = () => `${versionOfPackage()}\nKubernetes ${KNOWN_VERSIONS.join(', ')}`;

/** The package's version. The program stands in dist/js/lib/cli there, in lib/cli in the repository. */
export function versionOfPackage(): string {
  const manifests = ['../../../..', '../..']
    .map((above) => join(__dirname, above, 'package.json'))
    .filter((file) => existsSync(file));
  return manifests
    .map((file) => require(file) as { readonly name: string; readonly version: string })
    .find(({ name }) => name === 'cdk8s-pod-patterns')!.version;
}

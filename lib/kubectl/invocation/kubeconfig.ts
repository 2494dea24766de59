import { quote } from '../../go/format';
import { KubectlError } from '../errors';
import { fileProblem } from '../files';
import type { GlobalValues, Invocation } from './invocation';

type Names = Pick<GlobalValues, 'context' | 'cluster' | 'kubeconfig' | 'namespace'>;

/** A command line; some commands have a `--user` of their own, which is a list. */
type Given<Values> = Pick<Invocation, 'world'> & { readonly values: Values };

/** Flags that name what only a kubeconfig has. */
export type Kubeconfig = Names & { readonly user: string | readonly string[] };

/** Refuses them (clientcmd, 1.36). */
export function checkKubeconfig({ values, world }: Given<Kubeconfig>): void {
  const { context, cluster, user } = values;
  checkFile(values, world);
  if (user && typeof user === 'string') throw new KubectlError(`auth info ${quote(user)} does not exist`);
  if (context) throw new KubectlError(`context ${quote(context)} does not exist`);
  if (cluster) throw new KubectlError(`cluster ${quote(cluster)} does not exist`);
}

/** Refuses them where nothing but the namespace is looked for (DirectClientConfig.Namespace, 1.36). */
export function checkKubeconfigNamespace({ values, world }: Given<Names>): void {
  const { context, cluster, namespace } = values;
  checkFile(values, world);
  if (namespace) return;
  const [noContext, noServer] = [
    `context was not found for specified context: ${context}`,
    `no server found for cluster ${quote(cluster)}`,
  ];
  if (context) {
    throw new KubectlError(
      `Error in configuration: ${cluster ? `\n* ${noContext}\n* ${noServer}` : noContext}`,
      true,
    );
  }
  if (cluster) throw new KubectlError(noServer);
}

/** A kubeconfig must be there; nothing in it is looked at. */
function checkFile({ kubeconfig }: Pick<GlobalValues, 'kubeconfig'>, { files }: Invocation['world']): void {
  if (kubeconfig && isFolder(kubeconfig, files)) {
    throw new KubectlError(
      `error loading config file ${quote(kubeconfig)}: read ${kubeconfig}: is a directory`,
    );
  }
}

function isFolder(path: string, files: Invocation['world']['files']): boolean {
  try {
    return files.isFolder(path);
  } catch (error) {
    throw new KubectlError(`stat ${path}: ${fileProblem(error)}`);
  }
}

import { quote } from '../../validate/go-text';
import { KubectlError } from '../../kubectl/errors';
import type { GlobalValues } from './command';

/** Flags that name what only a kubeconfig has; some commands have a `--user` of their own, which is a list. */
export type Kubeconfig = Pick<GlobalValues, 'context' | 'cluster'> & { readonly user: string | readonly string[] };

/** Refuses them (clientcmd, 1.36). */
export function checkKubeconfig({ context, cluster, user }: Kubeconfig): void {
  if (context) throw new KubectlError(`context ${quote(context)} does not exist`);
  if (user && typeof user === 'string') throw new KubectlError(`auth info ${quote(user)} does not exist`);
  if (cluster) throw new KubectlError(`cluster ${quote(cluster)} does not exist`);
}

import { quote } from '../../validate/go-text';
import { KubectlError } from '../../kubectl/errors';
import type { GlobalValues } from './command';

/** Refuses flags that name what only a kubeconfig has (clientcmd, 1.36); some commands have a `--user` of their own, which is a list. */
export function checkKubeconfig({ context, cluster, user }: GlobalValues): void {
  if (context) throw new KubectlError(`context ${quote(context)} does not exist`);
  if (user && typeof user === 'string') throw new KubectlError(`auth info ${quote(user)} does not exist`);
  if (cluster) throw new KubectlError(`cluster ${quote(cluster)} does not exist`);
}

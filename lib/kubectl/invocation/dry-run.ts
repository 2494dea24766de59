import { KubectlError } from '../errors';
import { parseBool } from '../../go/parse-bool';
import type { PrintedOutput } from './world';

/** Dry run strategy: none, client or server. */
export type DryRun = 'none' | 'client' | 'server';

const KNOWN: readonly string[] = ['none', 'client', 'server'];
const LOG_SOURCE = 'helpers.go:719';

/** cmdutil.GetDryRunStrategy, 1.36. */
export function dryRunOf(text: string, printed: PrintedOutput): DryRun {
  const bool = parseBool(text);
  if (bool !== undefined) {
    const strategy = bool ? 'client' : 'none';
    printed.log(
      'W',
      LOG_SOURCE,
      `--dry-run=${text} is deprecated (boolean value) and can be replaced with --dry-run=${strategy}.`,
    );
    return strategy;
  }
  if (text === 'unchanged') {
    printed.log('W', LOG_SOURCE, '--dry-run is deprecated and can be replaced with --dry-run=client.');
    return 'client';
  }
  if (!KNOWN.includes(text)) {
    throw new KubectlError(`Invalid dry-run value (${text}). Must be "none", "server", or "client".`);
  }
  return text as DryRun;
}

/** Message if kubectl would change a cluster. */
export const needsCluster = (what: string) =>
  new KubectlError(
    `${what} needs a cluster, and this command never contacts one: add --dry-run=client, or --dry-run=server to validate as the server would`,
  );

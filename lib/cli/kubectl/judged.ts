import { quote } from '../../validate/go-text';
import type { ServerStatus } from '../../validate/status';
import { KubectlError } from '../../kubectl/errors';
import type { JsonObject } from '../../kubectl/go/object';
import type { Invocation } from './command';
import { type DryRun, needsCluster } from './dry-run';

/**
 * The object after what the dry run asks for: judged by a server's rules or not.
 *
 * @throws KubectlError where a server would refuse it, or where only a cluster could create it
 */
export function judged(manifest: JsonObject, dryRun: DryRun, invocation: Pick<Invocation, 'minor' | 'printed'>, failure?: string): JsonObject {
  if (dryRun === 'none') throw needsCluster('to create an object');
  if (dryRun === 'server') askServer(manifest, invocation, failure);
  return manifest;
}

function askServer(manifest: JsonObject, { minor, printed }: Pick<Invocation, 'minor' | 'printed'>, failure?: string): void {
  const { judge, serverStatus } = require('../../validate/judging') as typeof import('../../validate/judging');
  const status = serverStatus(judge(manifest, { minor }));
  for (const warning of status.warnings) printed.stderr += `Warning: ${warning}\n`;
  if (status.ok) return;
  if (failure) throw new KubectlError(`${failure}: ${status.message}`);
  throw new KubectlError(refusal(status, manifest), true);
}

/** cmdutil.checkErr of a server's answer, 1.36. */
function refusal({ reason, message, causes }: ServerStatus, { kind, metadata }: JsonObject): string {
  if (reason === 'Client') return `error: ${message}`;
  if (reason !== 'Invalid') return reason ? `Error from server (${reason}): ${message}` : `Error from server: ${message}`;
  const head = `The ${String(kind)} ${quote(String((metadata as JsonObject).name ?? ''))} is invalid`;
  const texts = [...new Set(causes.map(({ field, message: text }) => `${field}: ${text}`))];
  return texts.length === 1 ? `${head}: ${texts[0]}` : `${head}: \n${texts.map((text) => `* ${text}\n`).join('')}`;
}

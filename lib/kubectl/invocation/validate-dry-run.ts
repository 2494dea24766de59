import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import type { Invocation } from './invocation';
import { type DryRun, needsCluster } from './dry-run';
import { refusal } from './refusal';
import { warnIfUnjudged } from './unjudged';

/**
 * The object after what the dry run asks for: judged by a server's rules or not.
 *
 * @throws KubectlError if a server would refuse it, or where only a cluster could create it
 */
export function validatedForDryRun(
  manifest: JsonObject,
  dryRun: DryRun,
  invocation: Pick<Invocation, 'minor' | 'printed'>,
  failure?: string,
): JsonObject {
  if (dryRun === 'none') throw needsCluster('to create an object');
  if (dryRun === 'server') validateAsServer(manifest, invocation, failure);
  return manifest;
}

function validateAsServer(
  manifest: JsonObject,
  { minor, printed }: Pick<Invocation, 'minor' | 'printed'>,
  failure?: string,
): void {
  const { judge, serverStatus, USUAL } =
    require('../../validate/judging') as typeof import('../../validate/judging');
  const judgement = judge(manifest, { minor, cluster: USUAL });
  const status = serverStatus(judgement);
  for (const warning of status.warnings) printed.warn(warning);
  if (status.ok) return void warnIfUnjudged(manifest, judgement.coverage, printed);
  if (failure) throw new KubectlError(`${failure}: ${status.message}`);
  throw refusal(status, manifest);
}

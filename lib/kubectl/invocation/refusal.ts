import { quote } from '../../go/format';
import type { ServerStatus } from '../../validate/status';
import { KubectlError, ServerRefusal } from '../errors';
import { isMap } from '../../go/sorted-keys';
import type { JsonObject } from '../../go/object';

/**
 * A server's refusal in kubectl's words, with the file that the object comes from (cmdutil.checkErr and
 * AddSourceToErr, 1.36).
 */
export function refusal(status: ServerStatus, manifest: JsonObject, source?: string): KubectlError {
  const { reason } = status;
  if (reason === 'Client') return new KubectlError(status.message);
  const message =
    source === undefined ? status.message : `error when creating ${quote(source)}: ${status.message}`;
  const full = reason ? `Error from server (${reason}): ${message}` : `Error from server: ${message}`;
  return new ServerRefusal(reason === 'Invalid' ? invalidObjectText(status, manifest) : full, full);
}

function invalidObjectText({ causes }: ServerStatus, { kind, metadata }: JsonObject): string {
  const head = `The ${String(kind)} ${quote(isMap(metadata) ? String(metadata.name ?? '') : '')} is invalid`;
  const texts = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  return texts.length === 1
    ? `${head}: ${texts[0]}`
    : `${head}: \n${texts.map((text) => `* ${text}\n`).join('')}`;
}

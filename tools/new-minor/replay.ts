import type { RecordedCase, Verdict } from '../../test/support/recorded';
import { inLanes } from '../lanes';
import type { Server } from '../server';

/** Recorded cases to which a server gives another verdict than the one that is recorded; a line each. */
export async function changedVerdicts(server: Server, cases: readonly RecordedCase[]): Promise<string[]> {
  const asked = cases.filter(({ verdict }) => verdict.reason !== 'Client');
  const changed = await inLanes(asked, async ({ id, manifest, verdict }) => {
    const now = await server.verdict(manifest as never);
    const [before, after] = [textOf(verdict), now ? textOf(now) : 'no verdict'];
    return before === after ? [] : [`${id}\n  was ${before}\n  is  ${after}`];
  });
  return changed.flat();
}

/** What is compared: a server walks maps in no order, and shows pointers and names that it has made. */
const textOf = ({ ok, reason = '', message = '', causes, warnings = [] }: Verdict) =>
  JSON.stringify([
    ok ? 'accepted' : reason,
    ...(causes ? causes.map((cause) => cause.join(' | ')).sort() : [message]),
    ...warnings.map((warning) => `warning: ${warning}`).sort(),
  ])
    .replace(/\b0x[0-9a-f]{6,16}\b/g, '0x…')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>');

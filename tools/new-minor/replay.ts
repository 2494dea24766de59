import { type RecordedCase, type Verdict } from '../../test/support/recorded';
import type { Server } from '../server';

const LANES = 8;

/** Recorded cases to which a server gives another verdict than the one that is recorded; a line each. */
export async function changedVerdicts(server: Server, cases: readonly RecordedCase[]): Promise<string[]> {
  const changed: (string | undefined)[] = [];
  let next = 0;
  const lane = async () => {
    while (next < cases.length) {
      const index = next++;
      const { id, manifest, verdict } = cases[index];
      if (verdict.reason === 'Client') continue;
      const now = await server.verdict(manifest as never);
      const [before, after] = [textOf(verdict), now ? textOf(now) : 'no verdict'];
      if (before !== after) changed[index] = `${id}\n  was ${before}\n  is  ${after}`;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return changed.filter((text) => text !== undefined);
}

/** What is compared: a server walks maps in no order, and shows pointers and names that it has made. */
const textOf = ({ ok, reason = '', message = '', causes, warnings = [] }: Verdict) =>
  JSON.stringify([
    ok ? 'accepted' : reason,
    ...(causes ? causes.map((cause) => cause.join(' | ')).sort() : [message]),
    ...warnings.map((warning) => `warning: ${warning}`).sort(),
  ])
    .replace(/\b0x[0-9a-f]{6,16}\b/g, '0x…')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|<uid>/g, '<uid>');

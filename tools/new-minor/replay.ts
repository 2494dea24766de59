import type { RecordedCase, Verdict } from '../../test/support/recorded';
import { inLanes } from '../lanes';
import type { Verdicts } from '../recorded/parity';
import type { Server } from '../server';
import { setUp } from '../set-up';

/** Case → what the server says of it; undefined if it gives no verdict. */
export type Answers = ReadonlyMap<string, Verdict | undefined>;

/** What a server says of recorded cases; what kubectl would not send stays as it was recorded. */
export async function ask(server: Server, cases: readonly RecordedCase[]): Promise<Answers> {
  await setUp(server);
  return new Map(
    await inLanes(cases, async ({ id, manifest, verdict }): Promise<[string, Verdict | undefined]> => [
      id,
      verdict.reason === 'Client' ? verdict : await server.verdict(manifest as never),
    ]),
  );
}

/** Cases on which a server's verdict differs from the recorded one, an entry each. */
export const changedVerdicts = (cases: readonly RecordedCase[], answers: Answers): string[] =>
  cases.flatMap(({ id, verdict }) => {
    const now = answers.get(id);
    const [before, after] = [textOf(verdict), now ? textOf(now) : 'no verdict'];
    return before === after ? [] : [`${id}\n  was ${before}\n  is  ${after}`];
  });

/** Adds the verdicts of a minor to recorded ones, whose minors are listed newest first. */
export const withVerdicts = (recorded: readonly Verdicts[], minor: string, answers: Answers): Verdicts[] =>
  recorded.map(({ id, verdicts }) => {
    const now = answers.get(id);
    const older = verdicts
      .map(({ minors, ...verdict }) => ({ minors: minors.filter((one) => one !== minor), ...verdict }))
      .filter(({ minors }) => minors.length);
    if (!now) return { id, verdicts: older };
    const same = older.find((verdict) => textOf(verdict) === textOf(now));
    return {
      id,
      verdicts: same
        ? older.map((one) => (one === same ? { ...one, minors: [minor, ...one.minors] } : one))
        : [{ minors: [minor], ...recordedForm(now) }, ...older],
    };
  });

/** Recorded verdicts leave out what is empty, and the message if there are causes. */
const recordedForm = ({ ok, reason, message, causes, warnings }: Verdict): Verdict => ({
  ok,
  ...(reason ? { reason } : {}),
  ...(message && !causes ? { message } : {}),
  ...(causes ? { causes } : {}),
  ...(warnings ? { warnings } : {}),
});

/** What is compared: a server walks maps in no order, and shows pointers and names that it has made. */
const textOf = ({ ok, reason = '', message = '', causes, warnings = [] }: Verdict) =>
  JSON.stringify([
    ok ? 'accepted' : reason,
    ...(causes ? causes.map((cause) => cause.join(' | ')).sort() : [message]),
    ...warnings.map((warning) => `warning: ${warning}`).sort(),
  ])
    .replace(/\b0x[0-9a-f]{6,16}\b/g, '0x…')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>');

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaulted } from '../../../lib/validate/defaults/defaulted';
import { minorOf } from '../../../lib/validate/kubernetes-version';
import { recordedCases, recordedCluster } from '../../support/recorded';

/*
 * What servers returned under dryRun=All and fieldValidation=Strict, less what only a server can know:
 * written by `npm run defaulted -- --record`, which compares with all cases and says what it needs. The ids
 * are those of ../shared/parity.
 */
const FOLDER = join(__dirname, 'recorded');

interface Recorded {
  readonly id: string;
  readonly manifest: object;
  readonly returned: object;
}

/** What the server held. */
const cluster = {
  priorityClasses: { 'high-priority': { value: 1_000_000 } },
  runtimeClasses: { gvisor: {}, kata: { overhead: { podFixed: { cpu: '250m', memory: '120Mi' } } } },
  serviceAccountAdmission: false,
};

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const minor = minorOf(file.replace('.jsonl', ''));
  const all = readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);

  test.each(all.map((recorded) => [recorded.id, recorded] as const))('%s', (_, { manifest, returned }) => {
    expect(JSON.stringify(defaulted(manifest, { minor, cluster }).object, undefined, 1)).toBe(
      JSON.stringify(returned, undefined, 1),
    );
  });
});

describe('every valid case', () => {
  test.each(['1.30', '1.33', '1.36', '1.37'])(
    'of %s has its object, which is taken again and stays the same',
    (minor) => {
      const options = { minor: minorOf(minor), cluster: recordedCluster() };
      const changing = recordedCases(minor)
        .filter(({ verdict }) => verdict.ok)
        .filter(({ manifest }) => {
          const { object } = defaulted(manifest, options);
          return (
            !object ||
            (isStable(object) && JSON.stringify(defaulted(object, options).object) !== JSON.stringify(object))
          );
        });
      expect(changing.map(({ id }) => id)).toEqual([]);
    },
  );
});

/** A Job whose selector a server generates does not have it here, nor the labels that go with it. */
const isStable = ({ kind, spec }: { readonly kind?: unknown; readonly spec?: unknown }) =>
  kind !== 'Job' || Boolean((spec as { readonly manualSelector?: boolean }).manualSelector);

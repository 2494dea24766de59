import { ManifestValidator } from '../../../lib';
import {
  BASELINE,
  COMPANION_CASES,
  type CompanionCase,
  companionLevel,
  companionObjects,
} from '../../support/table/companions';

const MINORS = ['1.30', '1.37'];

const findingsOf = (row: CompanionCase, podSecurity = companionLevel(row)) =>
  MINORS.flatMap((kubernetesVersion) => {
    const validator = new ManifestValidator({ kubernetesVersion, podSecurity });
    return companionObjects(row).flatMap((object) => validator.validate(object));
  });

/** A classic sidecar neither starts before the main container nor lets a Job complete. */
const OF_CLASSIC = ['ambassador-native', 'job-never-completes', 'job-sidecar-native'];

/** Rules that say nothing against an object. */
const NEUTRAL = ['kind-not-judged'];

const surprises = (row: CompanionCase) =>
  findingsOf(row)
    .filter(({ rule }) => !NEUTRAL.includes(rule) && (row.native || !OF_CLASSIC.includes(rule)))
    .map(({ rule, path, message }) => `${row.title}: ${rule} at ${path}: ${message}`);

const methods = [...new Set(COMPANION_CASES.map(({ method }) => method))];

describe.each(methods)('%s', (method) => {
  const rows = COMPANION_CASES.filter((row) => row.method === method);

  test('has no findings on a workload of any kind', () => {
    expect(rows.flatMap(surprises)).toEqual([]);
  });

  test('is made the same again in another app', () => {
    const texts = () => rows.map((row) => JSON.stringify(companionObjects(row)));
    expect(texts()).toEqual(texts());
  });
});

test('those that are not at the restricted level do not meet it', () => {
  const rows = COMPANION_CASES.filter(({ method, native }) => native && Object.hasOwn(BASELINE, method));
  const meeting = rows.filter((row) => !findingsOf(row, 'restricted').length);
  expect(meeting.map(({ title }) => title)).toEqual([]);
});

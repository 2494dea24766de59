import { ManifestValidator } from '../../../lib';
import {
  BASELINE,
  COMPANION_CASES,
  type CompanionCase,
  companionLevel,
  companionObjects,
} from '../../support/table/companions';

const MINORS = ['1.30', '1.36'];

const findingsOf = (row: CompanionCase, podSecurity = companionLevel(row)) =>
  MINORS.flatMap((kubernetesVersion) => {
    const validator = new ManifestValidator({ kubernetesVersion, podSecurity });
    return companionObjects(row).flatMap((object) => validator.validate(object));
  });

/** A Job never completes beside a classic sidecar that serves. */
const expectedOf = ({ kind, native }: CompanionCase) =>
  /Job$/.test(kind) && !native ? ['job-sidecar-native'] : [];

function surprises(row: CompanionCase): string[] {
  const [findings, expected] = [findingsOf(row), expectedOf(row)];
  const missing = expected.filter((rule) => !findings.some((finding) => finding.rule === rule));
  const unexpected = findings.filter(({ rule }) => !expected.includes(rule));
  return [
    ...missing.map((rule) => `${row.title}: ${rule} is missing`),
    ...unexpected.map(({ rule, path, message }) => `${row.title}: ${rule} at ${path}: ${message}`),
  ];
}

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

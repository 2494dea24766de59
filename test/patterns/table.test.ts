import { ManifestValidator } from '../../lib';
import { type Case, CASES, CORPUS_PAIRS, levelOf, TALLER, workloadOf } from '../support/table/cases';
import { heldBy, missingIn } from '../support/table/kept';
import { WORKLOADS } from '../support/table/workloads';

const MINORS = ['1.30', '1.37'];
const levels = [...new Set(CASES.map(levelOf))];
const validators = new Map(
  MINORS.flatMap((kubernetesVersion) =>
    levels.map((podSecurity) => [
      `${kubernetesVersion} ${podSecurity}`,
      new ManifestValidator({ kubernetesVersion, podSecurity }),
    ]),
  ),
);

/**
 * Helpers that a Job would wait for, when they are classic: by their image, or by the script that they run.
 */
const SERVERS = ['Adapter', 'Ambassador', 'AuthProxy', 'ContentSync', 'SocketCompanion'];
const SCRIPTS = ['ConfigReloader', 'LogSidecar'];

const isClassicInJob = ({ kind, native, stack }: Case, names: readonly string[]) =>
  /Job$/.test(kind) && !native && stack.some((name) => names.includes(name));

/** The only findings there are, all of lint rules. */
const EXPECTED: { readonly [rule: string]: (row: Case) => boolean } = {
  'job-sidecar-native': (row) => isClassicInJob(row, SERVERS),
  'job-never-completes': (row) => isClassicInJob(row, SCRIPTS),
};

const byKind = Object.keys(WORKLOADS).map(
  (kind) => [kind, CASES.filter((row) => row.kind === kind)] as const,
);
const failing = (rows: readonly Case[], problems: (row: Case) => readonly string[]) =>
  rows.flatMap((row) => problems(row).map((problem) => `${row.title}: ${problem}`));

const findingsOf = (row: Case) =>
  MINORS.flatMap((minor) =>
    validators.get(`${minor} ${levelOf(row)}`)!.validate(workloadOf(row).apiObject.toJson()),
  );

function surprises(row: Case): string[] {
  const findings = findingsOf(row);
  const missing = Object.keys(EXPECTED).filter(
    (rule) => EXPECTED[rule](row) && !findings.some((finding) => finding.rule === rule),
  );
  const unexpected = findings.filter(({ rule, stage }) => stage !== 'lint' || !EXPECTED[rule]?.(row));
  return [
    ...missing.map((rule) => `${rule} is missing`),
    ...unexpected.map(({ rule, path, message }) => `${rule} at ${path}: ${message}`),
  ];
}

test('the table has all there is', () => {
  expect(Object.keys(WORKLOADS).length).toBe(7);
  expect([
    CORPUS_PAIRS.length,
    TALLER.filter(({ length }) => length === 3).length,
    TALLER.filter(({ length }) => length > 3).length,
  ]).toEqual([32, 7, 7]);
});

describe.each(byKind)('%s', (kind, rows) => {
  test('a server of 1.30 and of 1.37 has nothing to say of any, and lint only what is to be expected', () => {
    expect(failing(rows, surprises)).toEqual([]);
  });

  test('each is the same when it is made again in another app', () => {
    const text = (row: Case) => JSON.stringify(workloadOf(row).apiObject.toJson());
    expect(failing(rows, (row) => (text(row) === text(row) ? [] : ['it differs']))).toEqual([]);
  });

  test('each holds all that was given', () => {
    expect(failing(rows, (row) => missingIn(workloadOf(row).apiObject.toJson(), heldBy(kind)))).toEqual([]);
  });
});

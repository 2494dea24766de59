import { madeMutants, recordedMutants } from '../../tools/suggestions/mutants';
import { followed, type Mutant } from '../../tools/suggestions/outcome';
import { bestOf, shareGone, tally } from '../../tools/suggestions/tally';
import committed from '../../tools/suggestions/committed.json';
import { recordedCluster } from '../support/recorded';

/*
 * Suggestions that can be followed without a decision: the finding is gone then, and no other has come.
 * `npm run suggestions` does this with thousands of mutants.
 */

const MADE = 400;
const RECORDED = 600;

const options = { minor: 36, cluster: recordedCluster() };

function* first(mutants: Iterable<Mutant>, most: number): Generator<Mutant> {
  let count = 0;
  for (const mutant of mutants) {
    if (count++ === most) return;
    yield mutant;
  }
}

test.each([
  ['recorded cases', recordedMutants(options.minor), RECORDED],
  ['mistakes of people', madeMutants(1), MADE],
])('suggestions about %s help', (_, mutants, most) => {
  const tallies = tally([...first(mutants, most)].flatMap((mutant) => followed(mutant, options)));
  const failed = tallies.flatMap(({ failures }) =>
    failures.map((outcome) => `${bestOf(outcome)}: ${outcome.id}: ${outcome.finding.suggestion}`),
  );
  expect(tallies.length).toBeGreaterThan(5);
  expect({ enough: shareGone(tallies) >= committed.share, failed }).toEqual({ enough: true, failed });
});

/** What is judged, and what following the suggestions about it leads to. */
const results = (text: string) => followed({ id: 'text', text }, options).map((outcome) => bestOf(outcome));

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "nginx:1.27", ${container}}]}\n`;

test('what is followed is judged again', () => {
  expect(results(pod('imagepullPolicy: Always'))).toEqual(['gone']);
  expect(results(pod('workingDir: 8080'))).toEqual(['gone']);
  expect(results(pod('imagePullPolicy: 7'))).toEqual(['gone']);
  expect(results(pod('hostNetwork: 7'))).toEqual(['other']);
});

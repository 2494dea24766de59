import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../lib/validate/engine';
import { cronProblem } from '../../lib/apimachinery/cron';

/**
 * What a kube-apiserver 1.36 said: a text and its error, both as JSON; an empty error where it takes the
 * text.
 */
const recorded = (file: string) =>
  readFileSync(join(__dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t').map((cell) => JSON.parse(cell) as string));

test.each(recorded('schedules.tsv'))('schedule %j: %s', (schedule, problem) => {
  expect(cronProblem(schedule) ?? '').toBe(problem);
});

test.each(recorded('time-zones.tsv'))('time zone %j: %s', (timeZone, problem) => {
  const { findings } = judge(
    { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'c' }, spec: { timeZone } },
    { minor: 36 },
  );
  const said = findings
    .filter(({ path }) => String(path) === 'spec.timeZone')
    .map(({ message }) => message.slice(`Invalid value: ${JSON.stringify(timeZone)}: `.length));
  expect(said.join(' | ')).toBe(problem);
});

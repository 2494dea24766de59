/** Runs the scenarios on the cluster that KUBECONFIG names: `main.ts NAMESPACE [SCENARIO…]`. */
import { Cluster } from './cluster';
import { type Check, Report } from './report';
import { adapter } from './scenarios/adapter';
import { ambassador } from './scenarios/ambassador';
import { companions } from './scenarios/companions';
import { initGate } from './scenarios/init-gate';
import { job } from './scenarios/job';
import { logSidecar } from './scenarios/log-sidecar';
import { reload } from './scenarios/reload';
import { setUp } from './scenarios/set-up';
import { stack } from './scenarios/stack';
import { workloads } from './scenarios/workloads';

type Scenario = (cluster: Cluster, check: Check) => Promise<void>;

const SCENARIOS: { readonly [name: string]: Scenario } = {
  'log-sidecar': logSidecar,
  job,
  adapter,
  ambassador,
  'init-gate': initGate,
  workloads,
  stack,
  reload,
  'set-up': setUp,
  companions,
};

async function main([namespace, ...asked]: readonly string[]): Promise<number> {
  const names = asked.length ? asked : Object.keys(SCENARIOS);
  const unknown = names.filter((name) => !Object.hasOwn(SCENARIOS, name));
  if (unknown.length) {
    console.error(`no scenario ${unknown.join(', ')}: there are ${Object.keys(SCENARIOS).join(', ')}`);
    return 2;
  }
  const cluster = new Cluster(namespace);
  const report = new Report();
  for (const name of names) await run(name, cluster, report);
  if (!report.clean) console.error(await cluster.state());
  console.log(report.summary());
  return report.clean ? 0 : 1;
}

async function run(name: string, cluster: Cluster, report: Report): Promise<void> {
  const check = report.checkOf(name);
  await SCENARIOS[name](cluster, check).catch((error: Error) =>
    check('runs to its end', false, error.message),
  );
}

process.exitCode = 1; // until all checks have passed: a promise that never settles ends the process, too
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

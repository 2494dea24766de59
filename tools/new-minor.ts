/**
 * `npm run new-minor -- 1.38.0 --kubeconfig=FILE`: adds a minor of Kubernetes to everything that is
 * generated, and writes a report of what a person has to decide about it.
 *
 * The OpenAPI documents are those of the running server that `--kubeconfig` names ($KUBECONFIG by default);
 * without one, those in the sources, and no verdict is compared. The Go modules are in `--modules`, and are
 * downloaded if they are missing; `--before` is the version to compare with, by default the newest release
 * of the minor before. A pre-release is tried in a copy of the repository, which `--into` names, beside the
 * repository by default; a release changes the repository itself, unless there is `--into`. `--save=FOLDER`
 * keeps the documents in the form that `npm run import-openapi` reads.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODULE_FOLDER } from './go/tables';
import { NewMinor } from './new-minor/new-minor';
import { overviewOf, reportText } from './new-minor/report';
import { versionOf } from './new-minor/version';

const ROOT = join(__dirname, '..');

const {
  positionals: [given],
  values: options,
} = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    into: { type: 'string' },
    kubeconfig: { type: 'string', default: process.env.KUBECONFIG },
    modules: { type: 'string', default: MODULE_FOLDER },
    report: { type: 'string' },
    save: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const version = versionOf(given);
  const into = options.into ?? (version.isPreRelease ? `${ROOT}-1.${version.minor}` : undefined);
  const added = new NewMinor(version, ROOT, { ...options, into });
  const report = await added.run();
  const file = options.report ?? join(into ?? ROOT, `new-minor-1.${version.minor}.md`);
  writeFileSync(file, reportText(report));
  console.log(overviewOf(report.sections));
  console.log(`\n${report.done.join('\n')}\nThe report is in ${file}`);
  if (added.failed) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

import { findingText, summaryText } from '../report/text';
import type { ReportedManifest } from '../report/reported';
import type { Finding } from '../validate/finding';
import { checkFiles } from './check/check';
import type { CheckOptions } from './check/options';
import type { Format } from './arguments';
import type { World } from './run';

interface Options extends Pick<CheckOptions, 'minors' | 'podSecurity' | 'rules'> {
  readonly format: Format;
}

/** Judges files. Exit code 0 without errors, 1 with, 2 where a file cannot be read. */
export async function validateFiles(files: readonly string[], options: Options, world: World): Promise<number> {
  const totals = { manifests: 0, errors: 0, warnings: 0, unread: 0, notes: new Set<string>() };
  const wants = options.format === 'status' ? 'status' : 'findings';
  for await (const checked of checkFiles(files, { ...options, wants, excerpts: true, jobs: 2 }, world)) {
    if ('unreadable' in checked) {
      totals.unread++;
      world.err(`pod-patterns: ${checked.file}: ${checked.unreadable}\n`);
      continue;
    }
    totals.manifests++;
    count(checked, totals);
    world.out(options.format === 'status' ? statusLine(checked) : textOfFindings(checked));
  }
  if (!totals.manifests && !totals.unread) world.err(`pod-patterns: no manifests in ${files.join(', ')}\n`);
  else if (totals.manifests && options.format === 'text') world.out(`${[...totals.notes, summaryText(totals)].join('\n')}\n`);
  if (totals.unread) return 2;
  return totals.errors || !totals.manifests ? 1 : 0;
}

interface Totals {
  manifests: number;
  errors: number;
  warnings: number;
  /** What is worth a word once, however many manifests it holds for. */
  readonly notes: Set<string>;
}

/** What an audit log would get, and advice of ours, is shown in its place. */
const isNote = ({ level, source }: Finding) => level === 'info' && source === 'judge';

function count({ findings: reported, status }: ReportedManifest, totals: Totals): void {
  const findings = reported.map(({ finding }) => finding);
  totals.errors += status ? Number(!status.ok) : findings.filter(({ level }) => level === 'error').length;
  totals.warnings += findings.filter(({ level }) => level === 'warning').length;
  findings.filter(isNote).forEach(({ message }) => totals.notes.add(`note: ${message}`));
}

function statusLine({ file, document, kubernetesVersion, status }: ReportedManifest): string {
  const { ok, code, reason, message, causes, warnings } = status!;
  return `${JSON.stringify({ file, document, kubernetesVersion, ok, code, reason, message, causes, warnings })}\n`;
}

const textOfFindings = ({ findings }: ReportedManifest) =>
  findings.filter(({ finding }) => !isNote(finding)).map((reported) => `${findingText(reported)}\n`).join('');

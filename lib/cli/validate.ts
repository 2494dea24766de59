import { Source } from '../manifest/source';
import { textOf, UnreadableText } from '../manifest/text';
import { excerptsOf } from '../report/excerpt';
import { findingText, historyText, summaryText } from '../report/text';
import type { Finding } from '../validate/finding';
import { type JudgedManifest, judgeSource, namespacesIn } from '../validate/judged';
import type { NamespaceLabels } from '../validate/pod-security/namespaces';
import type { RuleLevels } from '../validate/lint/levels';
import type { PodSecurity } from '../validate/pod-security/policy';
import { serverStatus } from '../validate/status';
import { mergeVersions } from '../validate/versioned';
import type { Format } from './arguments';
import type { World } from './run';

interface Options {
  readonly format: Format;
  /** Minors to judge by, oldest first. */
  readonly minors: readonly number[];
  readonly podSecurity?: PodSecurity;
  readonly rules?: RuleLevels;
}

/** Judges files one after the other. Exit code 0 without errors, 1 with, 2 where a file cannot be read. */
export function validateFiles(files: readonly string[], options: Options, world: World): number {
  const totals = { manifests: 0, errors: 0, warnings: 0, unread: 0, notes: new Set<string>() };
  const sources = files.flatMap((file) => sourceOf(file, world) ?? []);
  totals.unread = files.length - sources.length;
  const namespaces = namespacesIn(sources);
  for (const source of sources) validateSource(source, { ...options, namespaces }, world, totals);
  if (!totals.manifests && !totals.unread) world.err(`pod-patterns: no manifests in ${files.join(', ')}\n`);
  else if (totals.manifests && options.format === 'text') world.out(`${[...totals.notes, summaryText(totals)].join('\n')}\n`);
  if (totals.unread) return 2;
  return totals.errors || !totals.manifests ? 1 : 0;
}

function sourceOf(file: string, world: World): Source | undefined {
  try {
    return new Source(textOf(world.read(file)), file === '-' ? '<stdin>' : file);
  } catch (error) {
    world.err(`pod-patterns: ${file}: ${reasonOf(error)}\n`);
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableText) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  const known = READ_ERRORS[code ?? ''];
  if (!known && code === undefined) throw error;
  return known ?? message;
}

const READ_ERRORS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder: name the files in it',
  EACCES: 'may not be read',
  ERR_FS_FILE_TOO_LARGE: 'is too large: more than 512 MiB are not read',
  ERR_STRING_TOO_LONG: 'is too large: more than 512 MiB are not read',
};

interface Totals {
  manifests: number;
  errors: number;
  warnings: number;
  /** What is worth a word once, however many manifests it holds for. */
  readonly notes: Set<string>;
}

interface SourceOptions extends Options {
  readonly namespaces: NamespaceLabels;
}

function validateSource(source: Source, options: SourceOptions, world: World, totals: Totals): void {
  const { format, minors } = options;
  if (minors.length > 1 && format === 'text') return compareVersions(source, options, world, totals);
  for (const minor of minors) {
    for (const manifest of judgeSource(source, { ...options, minor })) {
      const findings = manifest.findings();
      count(format === 'status' ? findings.filter(({ source }) => source !== 'lint') : findings, totals);
      totals.manifests++;
      world.out(format === 'status' ? statusLine(manifest, source, minors.length > 1 ? minor : undefined) : textOfFindings(findings, source));
    }
  }
}

/** Each finding once, with the versions that have it. */
function compareVersions(source: Source, options: SourceOptions, world: World, totals: Totals): void {
  const all = options.minors.map((minor) => {
    const manifests = [...judgeSource(source, { ...options, minor })];
    return { minor, manifests: manifests.length, findings: manifests.flatMap((manifest) => manifest.findings()) };
  });
  const merged = mergeVersions(all);
  count(merged.map(({ finding }) => finding), totals);
  totals.manifests += all[0].manifests;
  merged.filter(({ finding }) => !isNote(finding))
    .forEach((versioned) => world.out(`${findingText({ ...versioned, ...excerptsOf(versioned.finding, source.lines), history: historyText(versioned) })}\n`));
}

/** What an audit log would get, and advice of ours, is shown in its place. */
const isNote = ({ level, source }: Finding) => level === 'info' && source === 'judge';

function count(findings: readonly Finding[], totals: Totals): void {
  totals.errors += findings.filter(({ level }) => level === 'error').length;
  totals.warnings += findings.filter(({ level }) => level === 'warning').length;
  findings.filter(isNote).forEach(({ message }) => totals.notes.add(`note: ${message}`));
}

function statusLine({ judgement, document }: JudgedManifest, { file }: Source, minor: number | undefined): string {
  const { ok, code, reason, message, causes, warnings } = serverStatus(judgement);
  const version = minor === undefined ? {} : { kubernetesVersion: `1.${minor}` };
  return `${JSON.stringify({ file, document, ...version, ok, code, reason, message, causes, warnings })}\n`;
}

function textOfFindings(findings: readonly Finding[], source: Source): string {
  return findings.filter((finding) => !isNote(finding)).map((finding) => `${findingText({ finding, ...excerptsOf(finding, source.lines) })}\n`).join('');
}

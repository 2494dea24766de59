import { relative } from 'node:path';
import { FORMATS } from '../../report/formats';
import { Notes } from '../../report/notes';
import type { Report, ReportedFinding, ReportedManifest, ReportTotals } from '../../report/reported';
import { printable } from '../../text/printable';
import type { FindingLevel } from '../../validate/finding';
import type { RuleLevels } from '../../validate/rule-levels';
import { checkFiles } from '../check/check';
import type { CheckOptions } from '../check/options';
import { type CheckedManifest, withLevels } from '../check/render-manifest';
import { MISSING } from '../failure';
import { type Inputs, inputsOf } from '../inputs/files';
import { ignoreMatcher } from '../inputs/ignore';
import { sourcesAmong } from '../inputs/sources';
import { pathSuggestion } from '../inputs/path-suggestion';
import { SkippedSources } from './skipped-sources';
import { isPartly } from '../../validate/unknown-kinds/not-judged-text';
import { versionOfPackage } from '../version';
import type { World } from '../world';
import { Progress } from './progress';
import { type ReportChoice, reportFor } from './report';
import type { Settings } from './settings';

const STDIN = 'standard input: specify files or folders, or pipe manifests in';

/** Where a report goes. */
export interface Sink {
  write(text: string): Promise<void> | void;
}

/** Result of one round of validation. */
export interface Outcome {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
  /** Files and folders that could not be read. */
  readonly unread: number;
  /** Whether every file is left out by a pattern, so that there was nothing to do. */
  readonly idle: boolean;
}

/** Selects the findings of a manifest to report. */
export type SelectFindings = (manifest: ReportedManifest) => readonly ReportedFinding[];

/** Files to validate, and what is known of them. */
type ValidatedFiles = Pick<Inputs, 'files'> & Pick<CheckOptions, 'inFolders' | 'sources'>;

/** Judges all files once and reports. */
export async function validateOnce(
  settings: Settings,
  sink: Sink,
  world: World,
  select?: SelectFindings,
): Promise<Outcome> {
  return new Round(settings, world, select).run(sink);
}

/** What is counted; the rest of the totals is known from the sets of files. */
type Counts = { -readonly [total in Exclude<keyof ReportTotals, 'files' | 'notManifests'>]: number };

class Round {
  private readonly totals: Counts = {
    manifests: 0,
    errors: 0,
    warnings: 0,
    suppressed: 0,
    notJudged: 0,
    partlyJudged: 0,
    emptyDocuments: 0,
    ignored: 0,
  };
  private unread = 0;
  private idle = false;
  private readonly files = new Set<string>();
  private readonly skipped = new SkippedSources();
  private readonly notes = new Notes();
  private readonly choice: ReportChoice;
  private readonly report: Report;
  private readonly progress: Progress;

  constructor(
    private readonly settings: Settings,
    private readonly world: World,
    private readonly select?: SelectFindings,
  ) {
    const { summary, format, color, maxFindings } = settings;
    this.choice = { summary, format, color, maxFindings, toolVersion: versionOfPackage(), folder: world.cwd };
    this.report = reportFor(this.choice);
    this.progress = new Progress(world, settings.quiet);
  }

  async run(sink: Sink): Promise<Outcome> {
    const inputs = this.inputs();
    const { files } = inputs;
    await this.print(sink, this.report.start());
    for await (const checked of checkFiles(files, this.checkOptions(inputs), this.world)) {
      if ('unreadable' in checked) {
        this.fail(
          `${checked.file}: ${checked.unreadable}${checked.unreadable === MISSING ? this.meantBy(checked.file) : ''}`,
        );
      } else if ('empty' in checked) {
        this.totals.emptyDocuments += checked.empty;
      } else if (checked.skipped) {
        this.skipped.add(checked.file, checked.skipped);
      } else {
        await this.print(sink, this.textOf(checked, files.length));
      }
    }
    await this.finish(files, sink);
    return { ...this.totals, unread: this.unread, idle: this.idle };
  }

  private async finish(files: readonly string[], sink: Sink): Promise<void> {
    this.progress.clear();
    if (!this.totals.manifests && !this.unread && (files.length || this.skipped.count)) {
      const where = files.length ? files : this.settings.paths;
      this.printError(`no manifests in ${where.map((file) => (file === '-' ? STDIN : file)).join(', ')}`);
    } else if (this.endIsPrinted) {
      await this.print(sink, this.end());
    }
    if (this.skipped.count) this.printError(`note: ${this.skipped.note}`);
    if (this.endIsPrinted && this.settings.format !== 'status') return;
    for (const note of this.notes.texts) this.printError(`note: ${printable(note)}`);
  }

  private get endIsPrinted(): boolean {
    const { format, quiet } = this.settings;
    return format !== 'text' || (this.totals.manifests > 0 && (!quiet || this.fails));
  }

  /** Whether findings fail the command. */
  private get fails(): boolean {
    const { errors, warnings } = this.totals;
    return failingLevels(this.settings).some((level) => (level === 'error' ? errors : warnings));
  }

  private meantBy(file: string): string {
    const { config, configured, paths } = this.settings;
    const named =
      config !== undefined && configured && paths.includes(file)
        ? `, which ${relative(this.world.cwd, config)} names in "paths"`
        : '';
    return `${named}${pathSuggestion(file, this.world)}`;
  }

  private inputs(): ValidatedFiles {
    const { paths, ignore, output } = this.settings;
    const isIgnored = ignoreMatcher(ignore, this.world.cwd);
    const { files, inFolders, ignored, problems } = inputsOf(paths, isIgnored, output, this.world);
    this.totals.ignored = ignored;
    for (const problem of problems) this.fail(problem);
    this.idle = ignored > 0 && !files.length && !problems.length;
    if (this.idle) this.printError(`nothing to validate: all files in ${paths.join(', ')} are ignored`);
    return this.withoutSources(files, inFolders);
  }

  /** A server knows no files that are not for it: its response to each is asked for. */
  private withoutSources(files: readonly string[], inFolders: ReadonlySet<string>): ValidatedFiles {
    if (FORMATS[this.settings.format].status) return { files };
    const sources = sourcesAmong(files, this.world);
    const isSkipped = (file: string) => inFolders.has(file) && Object.hasOwn(sources, file);
    for (const file of files.filter(isSkipped)) this.skipped.add(file, sources[file]);
    const left = files.filter((file) => !isSkipped(file));
    return { files: left, inFolders, sources };
  }

  /** A server knows no levels of ours. */
  private checkOptions({ inFolders, sources }: ValidatedFiles): CheckOptions {
    const { format, minors, judging, jobs, summary } = this.settings;
    const { rules, ...others } = judging;
    const { status, excerpts } = FORMATS[format];
    const report = this.select ? undefined : this.choice;
    return {
      minors,
      ...others,
      rules: status ? (isOff(rules) ? NOT_JUDGED_OFF : undefined) : rules,
      jobs,
      inFolders,
      sources,
      wants: status ? 'status' : 'findings',
      excerpts: excerpts && !summary,
      report,
      levels: this.levels,
    };
  }

  private textOf(manifest: CheckedManifest, files: number): string {
    this.count(manifest);
    this.progress.at(this.totals.manifests, this.files.size, files);
    return this.report.add(
      this.select
        ? { ...manifest, rendered: this.selected(manifest.rendered as ReportedManifest, this.select) }
        : manifest,
    );
  }

  private selected(manifest: ReportedManifest, select: SelectFindings): unknown {
    const selection = { ...manifest, findings: select(manifest) };
    return this.report.render(withLevels(selection, this.levels));
  }

  /** With --quiet, only failures are reported. */
  private get levels(): readonly FindingLevel[] | undefined {
    return this.settings.quiet ? failingLevels(this.settings) : undefined;
  }

  private count({ file, errors, warnings, suppressed, coverage, notes }: CheckedManifest): void {
    const { totals } = this;
    this.files.add(file);
    totals.manifests++;
    totals.errors += errors;
    totals.warnings += warnings;
    totals.suppressed += suppressed;
    if (coverage === 'none' && !errors) totals.notJudged++;
    if (isPartly(coverage) && !isOff(this.settings.judging.rules)) totals.partlyJudged++;
    this.notes.add(notes);
  }

  private end(): string {
    return this.report.end({
      ...this.totals,
      files: this.files.size,
      notManifests: this.skipped.count,
    });
  }

  private fail(problem: string): void {
    this.unread++;
    this.printError(problem);
  }

  private printError(text: string): void {
    this.progress.clear();
    this.world.err(`pod-patterns: ${text}\n`);
  }

  private async print(sink: Sink, text: string): Promise<void> {
    if (!text) return;
    this.progress.clear();
    await sink.write(text);
  }
}

const NOT_JUDGED_OFF: RuleLevels = { 'kind-not-judged': 'off' };

/** Whether nobody wants to know how much was judged. */
const isOff = (rules: RuleLevels | undefined) => rules?.['kind-not-judged'] === 'off';

/** Levels of the findings that fail the command. */
const failingLevels = ({ failOn }: Settings): readonly FindingLevel[] =>
  failOn === 'warning' ? ['error', 'warning'] : ['error'];

/** 0, 1 for findings that fail the command, or 2 if a file could not be read. */
export function exitCodeOf(
  { manifests, errors, warnings, unread, idle }: Outcome,
  { failOn }: Settings,
): number {
  if (unread) return 2;
  return errors || (failOn === 'warning' && warnings) || !(manifests || idle) ? 1 : 0;
}

import { Source } from '../../lib/manifest/source';
import { type ReportOptions, reportOf } from '../../lib/report';
import { excerptsOf } from '../../lib/report/excerpt';
import type { ReportFormat } from '../../lib/report/formats';
import type { ReportedFinding, ReportedManifest } from '../../lib/report/reported';

/** A manifest to be told, and the number of its document. */
export type Numbered = ReportedManifest & { readonly document: number };
import { judgeSource } from '../../lib/validate/judged';
import { serverStatus } from '../../lib/validate/status';
import { isPartly } from '../../lib/validate/unknown-kinds/not-judged-text';

/** A text to judge, and the file that it is said to be of. */
export interface Given {
  readonly file: string;
  readonly text: string;
}

/** What is to be told of a text. */
export function* reportedOf({ file, text }: Given, minor = 36): Generator<Numbered> {
  const source = new Source(text, file);
  for (const manifest of judgeSource(source, { minor })) {
    const findings = manifest
      .findings()
      .map((finding): ReportedFinding => ({ finding, ...excerptsOf(finding, source.lines) }));
    const { resource, coverage } = manifest.judgement;
    yield {
      file,
      document: manifest.document,
      resource,
      coverage,
      findings,
      status: serverStatus(manifest.judgement),
    };
  }
}

const OPTIONS: ReportOptions = { color: false, toolVersion: '1.2.3', folder: '/home/user/app' };

/** A whole report. */
export function render(
  format: ReportFormat,
  manifests: Iterable<Numbered>,
  options: Partial<ReportOptions> = {},
): string {
  const report = reportOf(format, { ...OPTIONS, ...options });
  const all = [...manifests];
  const found = all.flatMap(({ findings }) => findings);
  const counted = found.filter(({ suppressed }) => !suppressed);
  const number = (level: string) => counted.filter(({ finding }) => finding.level === level).length;
  const totals = {
    files: new Set(all.map(({ file }) => file)).size,
    manifests: all.length,
    errors: number('error'),
    warnings: number('warning'),
    suppressed: found.length - counted.length,
    notJudged: 0,
    partlyJudged: all.filter(({ coverage }) => isPartly(coverage)).length,
    notManifests: 0,
    emptyDocuments: 0,
    ignored: 0,
  };
  return [
    report.start(),
    ...all.map((manifest) =>
      report.add({ file: manifest.file, document: manifest.document, rendered: report.render(manifest) }),
    ),
    report.end(totals),
  ].join('');
}

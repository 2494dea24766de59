import { relative } from 'node:path';
import { circles } from './circles';
import { castedRequires, functionsOf } from './functions';
import { type Import, importsOf, type Sort } from './imports';
import { linesOf } from './lines';
import { sourceFiles } from './source-files';

/** Columns beyond which a line counts as too long. */
const WIDE = 140;

/** Parameters from which a function counts as having many. */
const MANY_PARAMETERS = 4;

export interface Metrics {
  /** Name of a metric → its value, as it is printed. */
  readonly rows: ReadonlyMap<string, string>;
  /** Each circle, a line: its sort and its files. */
  readonly circles: readonly string[];
}

/** Measures the hand-written TypeScript of a checkout. */
export function measure(checkout: string): Metrics {
  const files = sourceFiles(checkout);
  const lines = files.map(linesOf);
  const total = sum(lines.map((file) => file.total));
  const functions = files.flatMap(functionsOf);
  const widths = lines.flatMap(({ codeWidths }) => codeWidths);
  const many = functions.filter(({ parameters }) => parameters >= MANY_PARAMETERS).length;
  const imports = importsOf(files);
  return {
    rows: new Map([
      ['files / lines by hand', `${files.length} / ${total}`],
      ['file length, median / p90 / max', spread(lines.map((file) => file.total)).join(' / ')],
      ['functions', String(functions.length)],
      ['function length, median / p90 / max', spread(functions.map((each) => each.lines)).join(' / ')],
      [`functions with ${MANY_PARAMETERS} or more parameters`, share(many, functions.length)],
      ['code width, median / p90', spread(widths).slice(0, 2).join(' / ')],
      [`code lines over ${WIDE} columns`, String(widths.filter((width) => width > WIDE).length)],
      ['comment lines', share(sum(lines.map(({ comments }) => comments)), total)],
      ['import circles by value', circleCount(imports, 'value')],
      ['import circles by lazy load', circleCount(imports, 'lazy')],
      ['import circles by type', circleCount(imports, 'type')],
      ['cast `require` calls', String(sum(files.map(castedRequires)))],
    ]),
    circles: (['value', 'lazy', 'type'] as const).flatMap((sort) =>
      circles(imports, sort).map(
        (circle) => `${sort}: ${circle.map((file) => relative(checkout, file)).join(' ')}`,
      ),
    ),
  };
}

function circleCount(imports: readonly Import[], sort: Sort): string {
  const found = circles(imports, sort);
  return found.length ? `${found.length} (${found.flat().length} files)` : '0';
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const share = (part: number, whole: number) =>
  `${part} (${whole ? ((100 * part) / whole).toFixed(1) : '0.0'} %)`;

/** Median, 90th percentile and maximum, by the nearest rank. */
function spread(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return [0.5, 0.9, 1].map((part) => sorted[Math.max(Math.ceil(part * sorted.length) - 1, 0)] ?? 0);
}

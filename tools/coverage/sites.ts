import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Position } from './cover-profile';

/** A place that makes an error or a warning when an object is created. */
export interface Site extends Position {
  readonly file: string;
  readonly function: string;
  /** The call, on one line. */
  readonly text: string;
  /** Strategies and admission plugins that lead to it: `apps/deployment`, `admission/priority`. */
  readonly owners: readonly string[];
}

/** The sites of a Kubernetes version, whose modules are in a folder such as `~/go/pkg/mod`. */
export function sitesOf(modules: string, version: string): Site[] {
  const program = join(__dirname, 'sites.go');
  const text = execFileSync('go', ['run', program, modules, version], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [file, row, column, name, call, owners] = line.split('\t');
      return {
        file,
        line: Number(row),
        column: Number(column),
        function: name,
        text: call,
        owners: owners.split(' '),
      };
    });
}

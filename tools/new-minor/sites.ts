import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sitesOf } from '../coverage/sites';
import { moduleName } from '../go/tables';

/** A place in the Go sources that makes an error or a warning when an object is created. */
export interface Site {
  /** File and function: `k8s.io/kubernetes/pkg/apis/core/validation/validation.go ValidateTolerations`. */
  readonly where: string;
  readonly line: number;
  /** The call, on one line. */
  readonly text: string;
}

/** The sites of a version: those that creating an object reaches, and the declared rules of all types. */
export const sitesIn = (modules: string, version: string): Site[] => [
  ...sitesOf(modules, version).map(({ file, function: name, line, text }) => ({
    where: `${file} ${name}`,
    line,
    text,
  })),
  ...declaredIn(modules, version),
];

/** Modules with declared rules, in files that are generated from the tags of the types. */
const DECLARING = ['kubernetes', 'api', 'apimachinery'] as const;

const declaredIn = (modules: string, version: string): Site[] =>
  DECLARING.flatMap((module) => {
    const root = join(modules, moduleName(module, version));
    return filesBelow(root).flatMap((file) =>
      declarations(readFileSync(file, 'utf8'), join('k8s.io', module, relative(root, file))),
    );
  });

const CALL = /\bvalidate\.[A-Z]\w+\(ctx, op, fldPath/;
/** Declarations that a server does not enforce, those about updates, and those that only lead to others. */
const OTHER =
  /\.MarkAlpha\(\)|validate\.(?:Optional|EachVal|EachMap|EachSlice|Subfield|Immutable|Update|Cardinality)/;
const FUNCTION = /^func (?:\([^)]*\) )?(\w+)/;

/** The calls in a generated file that check what tags of the types declare. */
export function declarations(source: string, file: string): Site[] {
  const lines = source.split('\n');
  let name = '';
  return lines.flatMap((line, index) => {
    name = FUNCTION.exec(line)?.[1] ?? name;
    const at = CALL.exec(line);
    if (!at || OTHER.test(line)) return [];
    return [{ where: `${file} ${name}`, line: index + 1, text: callAt(lines, index, at.index) }];
  });
}

const LONGEST = 10;

/** The call, until its brackets are closed. */
function callAt(lines: readonly string[], index: number, from: number): string {
  const text = [lines[index].slice(from), ...lines.slice(index + 1, index + LONGEST)]
    .map((line) => line.trim())
    .join(' ');
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return text.slice(0, at + 1);
  }
  return text;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/zz_generated.validations.go') && /\/v\d+\//.test(name))
    .map((name) => join(folder, name))
    .sort();

/** Sites of one side that the other does not have, by function and text, in whatever file; a line each. */
export function sitesOnlyIn(sites: readonly Site[], others: readonly Site[]): string[] {
  const known = new Map<string, number>();
  const key = ({ where, text }: Site) => `${where.split(' ')[1]}: ${text}`;
  others.forEach((site) => known.set(key(site), (known.get(key(site)) ?? 0) + 1));
  return sites.flatMap((site) => {
    const left = known.get(key(site)) ?? 0;
    known.set(key(site), left - 1);
    const [file, name] = site.where.split(' ');
    return left > 0 ? [] : [`${file}:${site.line} ${name}: ${site.text}`];
  });
}

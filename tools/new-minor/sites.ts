import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place in the Go sources that makes an error or a warning. */
export interface Site {
  /** File and function: `pkg/apis/core/validation/validation.go ValidateTolerations`. */
  readonly where: string;
  readonly line: number;
  /** The call, on one line. */
  readonly text: string;
}

/** What decides about a created object. */
export const FOLDERS = ['pkg/apis', 'pkg/api', 'pkg/registry', 'plugin/pkg/admission'] as const;

const CALL =
  /field\.(?:Required|Invalid|Forbidden|NotSupported|Duplicate|TooLong|TooMany|NotFound|TypeInvalid)\(|warnings = append\(warnings, |admission\.NewForbidden\(|validate\.[A-Z]\w+\(ctx, op, fldPath/;
/** Declarations that a server does not enforce, and those that only lead to others. */
const SHADOWED = /\.MarkAlpha\(\)|validate\.(?:Optional|EachVal|EachMap|Subfield)/;
const FUNCTION = /^func (?:\([^)]*\) )?(\w+)/;
const LONGEST = 10;

export function sitesIn(root: string, folders: readonly string[] = FOLDERS): Site[] {
  return folders.flatMap((folder) =>
    filesBelow(join(root, folder)).flatMap((file) =>
      sitesOf(readFileSync(file, 'utf8'), file.slice(root.length + 1)),
    ),
  );
}

export function sitesOf(source: string, file: string): Site[] {
  const lines = source.split('\n');
  let name = '';
  return lines.flatMap((line, index) => {
    name = FUNCTION.exec(line)?.[1] ?? name;
    const at = CALL.exec(line);
    if (!at || SHADOWED.test(line) || line.trimStart().startsWith('//')) return [];
    const text = callAt(lines, index, at.index);
    return [{ where: `${file} ${name}`, line: index + 1, text }];
  });
}

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

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : filesBelow(path);
    return entry.name.endsWith('.go') && !entry.name.endsWith('_test.go') ? [path] : [];
  });
}

/** Sites of one side that the other does not have, by function and text; a line each. */
export function sitesOnlyIn(sites: readonly Site[], others: readonly Site[]): string[] {
  const known = new Map<string, number>();
  const key = ({ where, text }: Site) => `${where}: ${text}`;
  others.forEach((site) => known.set(key(site), (known.get(key(site)) ?? 0) + 1));
  return sites.flatMap((site) => {
    const left = known.get(key(site)) ?? 0;
    known.set(key(site), left - 1);
    const [file, name] = site.where.split(' ');
    return left > 0 ? [] : [`${file}:${site.line} ${name}: ${site.text}`];
  });
}

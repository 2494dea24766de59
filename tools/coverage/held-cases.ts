import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from '../../lib/manifest/source';
import { isMap } from '../../lib/object/value-at';
import { recordedCases } from '../../test/support/recorded';

const TESTS = join(__dirname, '../../test/validate');
const REAL = join(__dirname, '../../../shared/real/files');

export type Manifest = Readonly<Record<string, unknown>>;

/** Every manifest that tests have a server's verdict of, and the bases of mutants; each once. */
export function heldCases(): Manifest[] {
  const manifests = [
    ...filesOf(join(TESTS, 'bases')).flatMap(documentsOf),
    ...filesOf(join(TESTS, 'asked')).flatMap(manifestsAsked),
    ...recordedCases('1.36').map(({ manifest }) => manifest),
    ...(existsSync(REAL) ? filesOf(REAL).flatMap(documentsOf) : []),
  ];
  const texts = new Set(manifests.filter(isMap).map((manifest) => JSON.stringify(manifest)));
  return [...texts].map((text) => JSON.parse(text) as Manifest);
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The documents of a file that can be read. */
function documentsOf(file: string): unknown[] {
  const documents: unknown[] = [];
  try {
    for (const { value } of new Source(readFileSync(file, 'utf8')).documents()) documents.push(value);
  } catch {
    // What kubectl cannot read, no server is asked about.
  }
  return documents;
}

const manifestsAsked = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly manifest: unknown }).manifest);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from '../../lib/manifest/source';
import { isMap } from '../../lib/object/value-at';
import { kindOf } from '../../lib/validate/schema/schema';
import { recordedCases, type Verdict } from '../../test/support/recorded';
import { shared } from '../../test/support/shared';

export interface NamedManifest {
  readonly id: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly [field: string]: unknown;
  readonly apiVersion: string;
  readonly kind: string;
}

const WITHIN = join(__dirname, '../../test/validate');

/** Every manifest of a built-in kind that may be valid: what is recorded, and what tests are based on. */
export function validManifests(minor: string): NamedManifest[] {
  return [...parity(minor), ...real(), ...bases(), ...asked()].filter(
    ({ manifest: { apiVersion, kind } }) => kindOf(apiVersion, kind) !== undefined,
  );
}

const parity = (minor: string): NamedManifest[] =>
  recordedCases(minor)
    .filter(({ verdict }) => verdict.ok)
    .map(({ id, manifest }) => ({ id, manifest: manifest as Manifest }));

/** Documents of public repositories. */
function real(): NamedManifest[] {
  if (!existsSync(shared('real'))) return [];
  const valid = linesOf<{ file: string; document: number; code: number }>(shared('real', 'verdicts.jsonl'));
  return valid
    .filter(({ code }) => code === 201)
    .map(({ file, document }) => ({
      id: `${file} ${document}`,
      manifest: documentsOf(shared('real', 'files', file)).filter(isMap)[document] as Manifest,
    }));
}

/** The manifests that set every field of a kind. */
const bases = (): NamedManifest[] =>
  readdirSync(join(WITHIN, 'bases')).flatMap((file) =>
    documentsOf(join(WITHIN, 'bases', file)).map((manifest, index) => ({
      id: `${file} ${index}`,
      manifest: manifest as Manifest,
    })),
  );

const asked = (): NamedManifest[] =>
  readdirSync(join(WITHIN, 'asked')).flatMap((file) =>
    linesOf<{ manifest: Manifest; verdict: Verdict }>(join(WITHIN, 'asked', file))
      .map(({ manifest, verdict }, index) => ({ id: `${file} ${index + 1}`, manifest, verdict }))
      .filter(({ verdict }) => verdict.ok),
  );

const documentsOf = (file: string): unknown[] =>
  [...new Source(readFileSync(file, 'utf8'), file).documents()].map(({ value }) => value);

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from '../../lib/manifest/source';
import { isMap } from '../../lib/object/value-at';
import { judge } from '../../lib/validate/engine';
import { kindOf } from '../../lib/validate/schema/schema';
import { serverStatus, type ServerStatus } from '../../lib/validate/status';
import { describeShared, shared } from '../support/shared';

/** What a server of 1.36.3 said of a document of a repository, as ../shared/real/README.md describes it. */
interface Real {
  readonly file: string;
  readonly document: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly code: number;
  readonly message?: string;
  readonly causes?: readonly (readonly [reason: string, field: string, message: string])[];
  readonly warnings?: readonly string[];
}

/** How many documents of a kind there are, and of how many verdict, message and warnings are equal. */
interface Agreement {
  documents: number;
  equal: number;
}

const AGREED = join(__dirname, 'real.json');

/** Kinds that a server without any CRDs has. */
const isBuiltIn = ({ apiVersion, kind }: Real) => kindOf(apiVersion, kind) !== undefined;

const contents = new Map<string, unknown[]>();

/** The documents of a file that have any content. */
function documentsOf(file: string): unknown[] {
  let documents = contents.get(file);
  if (!documents) {
    const text = readFileSync(shared('real', 'files', file), 'utf8');
    documents = [...new Source(text, file).documents()].map(({ value }) => value).filter(isMap);
    contents.set(file, documents);
  }
  return documents;
}

const sorted = (texts: readonly string[] = []) => [...texts].sort();

function isEqual({ code, message = '', causes = [], warnings }: Real, ours: ServerStatus): boolean {
  const said = ours.causes.map(({ reason, field, message: text }) => [reason, field, text].join());
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return (
    code === ours.code &&
    same(sorted(causes.map((cause) => cause.join())), sorted(said)) &&
    // A server walks maps in no order.
    (causes.length > 1 || message === ours.message) &&
    same(sorted(warnings), sorted(ours.warnings))
  );
}

describeShared('real', 'verdicts on real manifests of built-in kinds', () => {
  const lines = readFileSync(shared('real', 'verdicts.jsonl'), 'utf8').trim().split('\n');
  const agreements: { [kind: string]: Agreement } = {};
  for (const real of lines.map((line) => JSON.parse(line) as Real).filter(isBuiltIn)) {
    const entry = (agreements[real.kind] ??= { documents: 0, equal: 0 });
    const manifest = documentsOf(real.file)[real.document];
    entry.documents++;
    entry.equal += Number(isEqual(real, serverStatus(judge(manifest, { minor: 36 }))));
  }
  const kinds = Object.keys(agreements).sort();
  if (process.env.UPDATE_REAL) {
    writeFileSync(AGREED, `${JSON.stringify(agreements, kinds.concat('documents', 'equal'), 2)}\n`);
  }

  test('at least as many are equal as before, of each kind', () => {
    const committed = JSON.parse(readFileSync(AGREED, 'utf8')) as typeof agreements;
    const total = (name: keyof Agreement) => kinds.reduce((sum, kind) => sum + agreements[kind][name], 0);
    console.log(`verdicts on real manifests that are equal: ${total('equal')} of ${total('documents')}`);
    const fewer = Object.keys(committed).filter((kind) => agreements[kind].equal < committed[kind].equal);
    expect(fewer).toEqual([]);
  });

  test('of every CustomResourceDefinition', () => {
    const { documents, equal } = agreements.CustomResourceDefinition;
    expect(equal).toBe(documents);
  });
});

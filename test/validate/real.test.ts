import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listItems } from '../../lib/manifest/list';
import { Source } from '../../lib/manifest/source';
import { isMap } from '../../lib/object/value-at';
import { customKind } from '../../lib/validate/custom-kinds/custom-kind';
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
  /** Whether the definitions of all files had been created before. */
  readonly crds: boolean;
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

const lines = () =>
  readFileSync(shared('real', 'verdicts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Real);

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

/** The first item of a list stands for it: that is what the server was sent. */
function manifestOf({ file, document }: Real): unknown {
  const manifest = documentsOf(file)[document];
  return listItems(manifest)?.[0] ?? manifest;
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
  const agreements: { [kind: string]: Agreement } = {};
  for (const real of lines().filter(isBuiltIn)) {
    const entry = (agreements[real.kind] ??= { documents: 0, equal: 0 });
    entry.documents++;
    entry.equal += Number(isEqual(real, serverStatus(judge(manifestOf(real), { minor: 36 }))));
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

/** Custom resources among them whose definition is among the files; that of the others is not there. */
const WITH_DEFINITION = 40;

describeShared('real', 'verdicts on real custom resources', () => {
  // The server was given the first of several definitions of a kind; here the last counts.
  const crds = lines()
    .filter(({ kind, code }) => kind === 'CustomResourceDefinition' && code === 201)
    .map((real) => manifestOf(real) as object)
    .reverse();
  const isDefined = ({ apiVersion, kind }: Real) => customKind(crds, apiVersion, kind, 36) !== undefined;
  const all = lines().filter((real) => real.crds);
  const defined = all.filter(isDefined);

  test('every one agrees whose definition is among the files', () => {
    const differing = defined.filter(
      (real) => !isEqual(real, serverStatus(judge(manifestOf(real), { minor: 36, crds }))),
    );
    const equal = defined.length - differing.length;
    console.log(
      `verdicts on real custom resources that are equal: ${equal} of ${defined.length}; ` +
        `without a definition: ${all.length - defined.length}`,
    );
    expect(differing).toEqual([]);
    expect(defined.length).toBeGreaterThanOrEqual(WITH_DEFINITION);
  });

  test('nothing is said of the others, except that they are not validated', () => {
    const judged = all
      .filter((real) => !isDefined(real))
      .flatMap((real) => judge(manifestOf(real), { minor: 36, crds }).findings)
      .filter(({ stage, level }) => stage === 'judge' && level === 'error');
    expect(judged).toEqual([]);
  });
});

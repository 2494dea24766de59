import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST_MINOR } from '../../lib/validate/kubernetes-version';
import { MINORS } from '../../lib/validate/schema/minors';
import { allKinds, covers, type Field, type FieldType, structOf } from '../../lib/validate/schema/schema';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/versions.md');

interface PodField {
  readonly path: string;
  readonly field: Field;
}

const structIn = (type: FieldType): string | undefined =>
  'struct' in type ? type.struct : type.form === 'scalar' ? undefined : structIn(type.item);

/**
 * Fields of a Pod's spec that not every minor has, at the first place of each; below a new field all is new.
 */
function changingFields(): PodField[] {
  const changing: PodField[] = [];
  const places = new Map([['core.v1.PodSpec', '']]);
  for (const [struct, place] of places) {
    for (const [name, field] of structOf(struct)) {
      const path = place ? `${place}.${name}` : name;
      const below = structIn(field.type);
      if (field.minors[0] > MINORS[0] || field.minors[1] < NEWEST_MINOR) changing.push({ path, field });
      else if (below && !places.has(below)) places.set(below, path);
    }
  }
  return changing;
}

function rows(): string {
  const fields = changingFields();
  const list = (chosen: readonly PodField[]) => chosen.map(({ path }) => `\`${path}\``).join(', ');
  return MINORS.map((minor) => {
    const kinds = [...allKinds().values()].filter(({ minors }) => covers(minors, minor)).length;
    const begun = fields.filter(
      ({
        field: {
          minors: [first],
        },
      }) => first === minor && first > MINORS[0],
    );
    const ended = fields.filter(
      ({
        field: {
          minors: [, last],
        },
      }) => last === minor - 1,
    );
    return `| 1.${minor} | ${kinds} | ${list(begun)} | ${list(ended)} |\n`;
  }).join('');
}

function dependencies(): string {
  const { engines, peerDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Readonly<Record<string, string>>>;
  const all = { 'Node.js': engines.node, ...peerDependencies };
  return Object.entries(all)
    .map(([name, version]) => `| ${name} | \`${version}\` |\n`)
    .join('');
}

/** Each table's rows: where they stand, and what they are to be. */
const TABLES: readonly [where: RegExp, what: () => string][] = [
  [/(^\| 1\.\d+ \|.*\n)+/m, rows],
  [/(?<=\| package \| version \|\n\|---\|---\|\n)(^\|.*\n)+/m, dependencies],
];

test.each(TABLES)('the table at %s is what the package knows', (where, what) => {
  const text = readFileSync(PAGE, 'utf8');
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, text.replace(where, what));
  else expect(where.exec(text)![0]).toBe(what());
});

import { strategies, strategyOf } from '../../lib/validate/kinds';
import type { Kind } from '../../lib/validate/schema/schema';
import { IMPORT, insertBefore, insertSorted } from './insert';
import {
  importsOf,
  type KindNames,
  kindNames,
  ruleText,
  strategyOnly,
  strategyText,
  testText,
  validateText,
} from './kind-texts';
import { namedKind } from './named-kind';
import { assertFreeRule, type Read, type Skeleton } from './skeleton';

const INDEX = 'lib/validate/kinds/others.ts';

/** A rule for a kind of which only fields and metadata have been judged so far. */
export const KIND: Skeleton = {
  description: 'the judging of a kind that is not judged yet',
  example: 'certificates.k8s.io/v1 CertificateSigningRequest',
  generates: true,
  plan(given, read) {
    const kind = namedKind(given);
    const names = kindNames(kind);
    assertFreeRule(names.rule.kebab);
    const strategy = `lib/validate/kinds/${names.file}.ts`;
    const files = strategyFiles(kind, names, strategy, read);
    const [rule, test] = [
      `lib/validate/rules/${names.rule.kebab}.ts`,
      `test/validate/kinds/${names.rule.kebab}.test.ts`,
    ];
    return {
      created: new Map([...files.created, [rule, ruleText(kind, names)], [test, testText(kind, names)]]),
      changed: files.changed,
      next: [
        `${rule}: replace the example by what the server checks, and write the texts`,
        `${strategy}: cite the upstream function; add names, defaults and warnings that the kind has`,
        `${test}: replace the example by what a real server says`,
        'npm run generate',
        `npx jest catalogue -t '${kind.kind}|${names.rule.kebab}' names what is missing`,
      ],
    };
  },
};

type Files = Record<'created' | 'changed', ReadonlyMap<string, string>>;

/** A part of the strategy that the kind has, or one of its own, in the file of the kinds of its name. */
function strategyFiles(kind: Kind, names: KindNames, path: string, read: Read): Files {
  const text = read(path);
  if (strategies().includes(strategyOf(kind))) {
    return { created: new Map(), changed: new Map([[path, withValidate(text, kind, names)]]) };
  }
  const index: Change = [INDEX, listed(names, read(INDEX))];
  if (!text) return { created: new Map([[path, strategyText(kind, names)]]), changed: new Map([index]) };
  const more = `${withImports(text, kind, names)}\n${strategyOnly(kind, names)}`;
  return { created: new Map(), changed: new Map([[path, more], index]) };
}

type Change = [path: string, text: string];

const withImports = (text: string, kind: Kind, names: KindNames) =>
  importsOf(kind, names).reduce((changed, line) => insertSorted(changed, line, IMPORT), text);

/** The member goes before those that a server asks later. */
function withValidate(text: string, kind: Kind, names: KindNames): string {
  const start = text.indexOf(`apiVersion: '${kind.apiVersion}',\n  kind: '${kind.kind}',\n`);
  const place = /\n(?=(?:\n {2}\/\*\*(?:(?!\*\/)[^])*\*\/)?\n {2}(?:warn|complete)\b)|(?=\};\n)/;
  const rest = insertBefore(text.slice(start), `\n${validateText(names)}`, place);
  return insertSorted(text.slice(0, start) + rest, importsOf(kind, names)[0], IMPORT);
}

function listed({ file, constant }: KindNames, text: string): string {
  const line = `import { ${constant} } from './${file}';`;
  return insertSorted(insertSorted(text, line, IMPORT), `  ${constant},`, /^ {2}([A-Z_0-9]+),$/);
}

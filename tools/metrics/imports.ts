import { dirname, join } from 'node:path';
import ts from 'typescript';
import { isRequire } from './functions';
import { nodesOf } from './source-files';

/** How a file depends on another: at load, when a function runs (`require`, `import()`), or by types. */
export type Sort = 'value' | 'lazy' | 'type';

export interface Import {
  readonly from: string;
  readonly to: string;
  readonly sort: Sort;
}

/** The imports between these files, by relative paths. */
export function importsOf(files: readonly ts.SourceFile[]): Import[] {
  const known = new Set(files.map(({ fileName }) => fileName));
  return files.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) => {
      const [specifier, sort] = importIn(node) ?? [];
      const to = specifier && resolved(file.fileName, specifier, known);
      return to && sort ? [{ from: file.fileName, to, sort }] : [];
    }),
  );
}

function importIn(node: ts.Node): [string, Sort] | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeImport(node.importClause));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, isTypeExport(node));
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return named(node.moduleReference.expression, node.isTypeOnly);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return named(node.argument.literal, true);
  }
  if (isRequire(node) || isDynamicImport(node)) return named(node.arguments[0], false, 'lazy');
  return undefined;
}

function named(
  specifier: ts.Node | undefined,
  typeOnly: boolean,
  sort: Sort = 'value',
): [string, Sort] | undefined {
  if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return undefined;
  return [specifier.text, typeOnly ? 'type' : sort];
}

const isDynamicImport = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause || clause.isTypeOnly) return clause !== undefined;
  const bindings = clause.namedBindings;
  return !clause.name && bindings !== undefined && ts.isNamedImports(bindings) && allTypes(bindings.elements);
}

const isTypeExport = ({ isTypeOnly, exportClause }: ts.ExportDeclaration) =>
  isTypeOnly ||
  (exportClause !== undefined && ts.isNamedExports(exportClause) && allTypes(exportClause.elements));

const allTypes = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]) =>
  elements.length > 0 && elements.every(({ isTypeOnly }) => isTypeOnly);

function resolved(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const path = join(dirname(from), specifier);
  return [path, `${path}.ts`, join(path, 'index.ts'), path.replace(/\.([cm]?)js$/, '.$1ts')].find((file) =>
    known.has(file),
  );
}

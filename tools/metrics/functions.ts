import ts from 'typescript';
import { nodesOf } from './source-files';

export interface FunctionSize {
  /** From the first line of its declaration to its last, without its docstring. */
  readonly lines: number;
  readonly parameters: number;
}

/** Functions with a body: declared, methods, accessors, constructors, arrow functions, callbacks, too. */
export function functionsOf(file: ts.SourceFile): FunctionSize[] {
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  return [...nodesOf(file)].filter(isFunction).map((node) => ({
    lines: lineAt(node.getEnd()) - lineAt(node.getStart(file)) + 1,
    parameters: node.parameters.length,
  }));
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** Calls of `require` whose result is cast, as in `(require('./x') as X).y` or `require('./x').y as Y`. */
export function castedRequires(file: ts.SourceFile): number {
  return [...nodesOf(file)].filter((node) => isCast(node) && isRequire(unwrapped(node.expression))).length;
}

const isCast = (node: ts.Node): node is ts.AssertionExpression =>
  ts.isAsExpression(node) || ts.isTypeAssertionExpression(node);

function unwrapped(node: ts.Expression): ts.Expression {
  if (ts.isPropertyAccessExpression(node) || ts.isParenthesizedExpression(node)) {
    return unwrapped(node.expression);
  }
  return isCast(node) ? unwrapped(node.expression) : node;
}

export const isRequire = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require';

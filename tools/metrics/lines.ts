import ts from 'typescript';

export interface Lines {
  readonly total: number;
  readonly comments: number;
  /** Width in characters, indentation included, of each line that holds code. */
  readonly codeWidths: readonly number[];
}

/** Sorts the lines of a file: a line that holds code and a comment is a line of code. */
export function linesOf(file: ts.SourceFile): Lines {
  const code = linesOfCode(file);
  const lines = file.text.replace(/\r?\n$/, '').split(/\r?\n/);
  const rest = lines.filter((line, index) => !code.has(index) && line.trim() !== '');
  return {
    total: lines.length,
    comments: rest.length,
    codeWidths: lines
      .filter((line, index) => code.has(index) && line.trim() !== '')
      .map(({ length }) => length),
  };
}

/** The lines that tokens stand on; a template string stands on all of its lines. */
function linesOfCode(file: ts.SourceFile): Set<number> {
  const code = new Set<number>();
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node) => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length) return children.forEach(visit);
    const end = node.getEnd();
    if (end === node.getStart(file)) return;
    for (let line = lineAt(node.getStart(file)); line <= lineAt(end); line += 1) code.add(line);
  };
  visit(file);
  return code;
}

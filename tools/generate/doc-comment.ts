const WIDTH = 120;

/** A JSDoc comment of `text` and tags, wrapped, indented by `indent`. */
export function docComment(text: string, tags: readonly string[], indent: string): string {
  const clean = text
    .replace(/\*\//g, '*\u200b/')
    .replace(/\t/g, '  ')
    .replace(/(^|\n)\s*@/g, '$1\\@')
    .trim();
  const paragraphs = clean.split('\n').flatMap((line) => wrap(line.trimEnd(), WIDTH - indent.length - 3));
  const lines = [...paragraphs, ...(tags.length && paragraphs.length ? [''] : []), ...tags];
  return `${indent}/**\n${lines.map((line) => `${indent} *${line ? ` ${line}` : ''}\n`).join('')}${indent} */\n`;
}

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width);
    if (at <= 0) break;
    lines.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

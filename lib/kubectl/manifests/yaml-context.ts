/** Context at the end of a string. */
export interface OpenFlow {
  /** `{`, `[`, or nothing. */
  readonly bracket: string;
  readonly quoted: boolean;
  /** Whether an entry is to begin. */
  readonly atStart: boolean;
}

/** The flow collection and the quoted text that a text breaks off in. */
export function openFlow(text: string): OpenFlow {
  const open: string[] = [];
  let quoted = false;
  let last = '';
  for (const [token] of text.matchAll(
    /(?<=^|[\s,[{:])#[^\n]*|(?<=^|[\s,[{:])"(?:[^"\\]|\\.)*"?|(?<=^|[\s,[{:])'(?:[^']|'')*'?|[{}[\],]|[^\s{}[\],]+/gs,
  )) {
    if (token.startsWith('#')) continue;
    quoted = /^["']/.test(token) && (token.length < 2 || token.at(-1) !== token[0]);
    if (token === '{' || token === '[') open.push(token);
    else if (token === '}' || token === ']') open.pop();
    last = token;
  }
  return { bracket: open.at(-1) ?? '', quoted, atStart: [',', '{', '['].includes(last) };
}

interface Block {
  readonly indent: number;
  readonly type: 'mapping' | 'sequence';
}

/**
 * The block collection that a line stands in by its indentation, and whether the line goes on with the plain
 * text before it.
 */
export function blockAround(
  text: string,
  line: number,
): { readonly type: Block['type']; readonly continues: boolean } {
  const lines = text.split('\n');
  const open: Block[] = [];
  for (const one of lines.slice(0, line).filter((each) => each.trim() && !each.trim().startsWith('#'))) {
    openBlocks(open, one);
  }
  const indent = indentOf(lines[line]);
  const inner = open.at(-1);
  while (open.length && open.at(-1)!.indent > indent) open.pop();
  return {
    type: open.at(-1)?.type ?? 'mapping',
    continues: inner !== undefined && inner.indent < indent && endsPlain(lines.slice(0, line)),
  };
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** Puts the collections that a line begins on the stack, and takes those off that end before it. */
function openBlocks(open: Block[], line: string): void {
  let indent = indentOf(line);
  let rest = line.trimStart();
  while (open.length && open.at(-1)!.indent > indent) open.pop();
  for (;;) {
    const dashes = /^-(?:\s+|$)/.exec(rest)?.[0];
    if (dashes === undefined) break;
    pushBlock(open, { indent, type: 'sequence' });
    indent += dashes.length;
    rest = rest.slice(dashes.length);
  }
  if (/^(?:"[^"]*"\s*|'[^']*'\s*|[^\s"'[{#][^#]*?):(?:\s|$)/.test(rest)) {
    pushBlock(open, { indent, type: 'mapping' });
  }
}

function pushBlock(open: Block[], block: Block): void {
  for (let at = open.length - 1; open[at]?.indent === block.indent; at--) {
    if (open[at].type === block.type) return;
  }
  open.push(block);
}

/** Whether the last line ends in a plain text that the next could go on with. */
function endsPlain(lines: readonly string[]): boolean {
  const last = lines.filter((line) => line.trim()).at(-1) ?? '';
  return !/\s#|["'}\]:]\s*$/.test(last);
}

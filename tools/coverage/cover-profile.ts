/** Where a statement of Go begins. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Block {
  readonly start: Position;
  readonly end: Position;
  ran: boolean;
}

const BLOCK = /^(\S+):(\d+)\.(\d+),(\d+)\.(\d+) \d+ (\d+)$/;

/** Which statements ran, by profiles in the format of `go tool covdata textfmt`. */
export class CoverProfile {
  private readonly files = new Map<string, Map<string, Block>>();

  constructor(texts: readonly string[]) {
    for (const line of texts.flatMap((text) => text.split('\n'))) this.add(line);
  }

  private add(line: string): void {
    const match = BLOCK.exec(line);
    if (!match) return;
    const [startLine, startColumn, endLine, endColumn, count] = match.slice(2).map(Number);
    const blocks = this.files.get(match[1]) ?? new Map<string, Block>();
    this.files.set(match[1], blocks);
    const key = `${startLine}.${startColumn},${endLine}.${endColumn}`;
    const block: Block = blocks.get(key) ?? {
      start: { line: startLine, column: startColumn },
      end: { line: endLine, column: endColumn },
      ran: false,
    };
    block.ran ||= count > 0;
    blocks.set(key, block);
  }

  /** Whether the statement at a place ran; undefined if the profile does not tell. */
  ran(file: string, at: Position): boolean | undefined {
    let innermost: Block | undefined;
    for (const block of this.files.get(file)?.values() ?? []) {
      const holds = !isBefore(at, block.start) && isBefore(at, block.end);
      if (holds && (!innermost || isBefore(innermost.start, block.start))) innermost = block;
    }
    return innermost?.ran;
  }
}

const isBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.column < other.column);

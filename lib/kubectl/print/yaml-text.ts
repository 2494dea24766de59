/** YAML as it is written, of which the last line is looked at again and again: the rest is not touched. */
export class YamlText {
  /** What stands after the last break. */
  line = '';
  /** Characters after the last newline. */
  lineLength = 0;
  private before = '';

  add(piece: string): void {
    const newline = piece.lastIndexOf('\n');
    this.lineLength = newline < 0 ? this.lineLength + piece.length : piece.length - newline - 1;
    const start = Math.max(newline, piece.lastIndexOf('\u2028'), piece.lastIndexOf('\u2029')) + 1;
    if (start) this.before += this.line + piece.slice(0, start);
    this.line = start ? piece.slice(start) : this.line + piece;
  }

  get isAtLineStart(): boolean {
    return this.line === '';
  }

  toString(): string {
    return this.before + this.line;
  }
}

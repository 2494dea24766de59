const BARE = 'bare " in non-quoted-field';
const QUOTES = 'extraneous or missing " in quoted-field';

/**
 * The first record of a text, as pflag's string slices read it (encoding/csv Reader.Read); nothing of an
 * empty text.
 */
export function readCsv(text: string): string[] {
  if (text === '') return [];
  const lines = text.replace(/\r$/, '').replaceAll('\r\n', '\n').replace(/^\n+/, '');
  if (lines === '') throw new Error('EOF');
  return new Record(lines).fields();
}

/** Reads fields one after the other; columns are counted in bytes. */
class Record {
  private at = 0;

  constructor(private readonly text: string) {}

  fields(): string[] {
    const fields: string[] = [];
    do fields.push(this.text[this.at] === '"' ? this.quoted() : this.plain());
    while (this.text[this.at++] === ',');
    return fields;
  }

  private plain(): string {
    const field = /[^,\n]*/y;
    field.lastIndex = this.at;
    const [content] = field.exec(this.text)!;
    const quote = content.indexOf('"');
    if (quote >= 0) throw this.problem(this.at + quote, BARE);
    this.at += content.length;
    return content;
  }

  private quoted(): string {
    this.at++;
    let content = '';
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) throw this.problem(this.text.length, QUOTES);
      content += this.text.slice(this.at, end);
      this.at = end + 1;
      const after = this.text[this.at];
      if (after === undefined || after === ',' || after === '\n') return content;
      if (after !== '"') throw this.problem(end, QUOTES);
      content += '"';
      this.at++;
    }
  }

  /** Go names the record's first line as well where the problem is on another. */
  private problem(offset: number, what: string): Error {
    const before = this.text.slice(0, offset).split('\n');
    const start = before.length > 1 ? 'record on line 1; ' : '';
    return new Error(
      `${start}parse error on line ${before.length}, column ${Buffer.byteLength(before.at(-1)!) + 1}: ${what}`,
    );
  }
}

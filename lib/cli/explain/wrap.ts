const WIDTH = 78;

/** A text in lines, all indented as much as the first begins. */
export function wrapped(start: string, text: string): string {
  const lines: string[] = [];
  let line = start;
  for (const word of text.split(' ')) {
    if (line.trim() && line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = ' '.repeat(start.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** A message, such as `LogSidecar: "files" is empty`, with the user's source line after the name. */
export function atLine(message: string): RegExp {
  const [, name, text] = /^((?:companion "[^"]*"|[^:]*)):? ?([^]*)$/.exec(message)!;
  return new RegExp(`^${escape(name)} \\([^()]*\\.test\\.ts:\\d+:\\d+\\): ${escape(text)}`);
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What Go takes for whitespace (unicode.IsSpace): U+0085, but no byte order mark. */
const SPACE = /^(?:(?!\ufeff)\s|\u0085)$/;

/** strings.TrimSpace. */
export const trimSpace = (text: string): string =>
  isNotSpace(text, 0) && isNotSpace(text, text.length - 1) ? text : trimmed(text);

/** Whether a character is definitely not whitespace: most texts begin and end so. */
function isNotSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f;
}

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && SPACE.test(text[start])) start++;
  while (end > start && SPACE.test(text[end - 1])) end--;
  return text.slice(start, end);
}

/** What Go takes for whitespace (unicode.IsSpace): U+0085, but no byte order mark. */
const EDGES = /^(?:(?!\ufeff)\s|\u0085)+|(?:(?!\ufeff)\s|\u0085)+$/g;

/** strings.TrimSpace. */
export const trimSpace = (text: string): string => (isInk(text, 0) && isInk(text, text.length - 1) ? text : text.replace(EDGES, ''));

/** Whether a character is surely no whitespace: most texts begin and end so. */
function isInk(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f;
}

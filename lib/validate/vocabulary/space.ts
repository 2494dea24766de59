/** What Go takes for whitespace (unicode.IsSpace): U+0085, but no byte order mark. */
const EDGES = /^(?:(?!\ufeff)\s|\u0085)+|(?:(?!\ufeff)\s|\u0085)+$/g;

/** strings.TrimSpace. */
export const trimSpace = (text: string): string => text.replace(EDGES, '');

/**
 * A text without some characters at its end, in time proportional to their number: a pattern such as `/\/+$/`
 * looks at each run of them from each of its characters.
 */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

/** A text without some characters at both of its ends. */
export function trim(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text[start])) start++;
  return trimEnd(text.slice(start), characters);
}

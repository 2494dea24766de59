/** What several errors say together (utilerrors.Aggregate, 1.36): each text once, in brackets if several. */
export function aggregateText(errors: readonly string[]): string {
  const texts = [...new Set(errors)];
  return texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
}

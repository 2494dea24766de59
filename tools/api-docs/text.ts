import type { Docs } from '@jsii/spec';

/** Summary and remarks of a docstring, as they stood there. */
export function described({ summary = '', remarks }: Docs = {}): string {
  if (!remarks) return summary;
  return `${summary}${/^([-*]|\d+\.) |```/m.test(remarks) ? '\n\n' : ' '}${remarks}`;
}

/** A text in one cell of a table: lists become lines. */
export function cell(text: string): string {
  return text
    .trim()
    .replace(/\n+[-*] /g, '<br>• ')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|');
}

/** A default as a docstring gives it: code, or words after a hyphen. */
export function defaultText({ default: value }: Docs = {}): string {
  if (value === undefined) return '';
  return value.startsWith('- ') ? value.slice(2) : `\`${value}\``;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`;
  return `${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}`;
}

/** Paragraphs with an empty line between them; those without text are left out. */
export function paragraphs(...parts: readonly string[]): string {
  return `${parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n')}\n`;
}

import type { Changes } from './changes';

/** A part of the report: a heading, why it matters, and a line for each thing. */
export interface Section {
  readonly title: string;
  /** What a person has to do about it. */
  readonly todo: string;
  readonly lines: readonly string[];
}

export const sections = (title: string, todo: string, { added, removed }: Changes): Section[] => [
  { title: `New ${title}`, todo, lines: added },
  { title: `Removed ${title}`, todo, lines: removed },
];

/** The whole report, in Markdown; parts in which there is nothing are named, too. */
export function reportText(title: string, all: readonly Section[]): string {
  const overview = all.map((section) => `- ${section.title}: ${section.lines.length}`);
  const parts = all
    .filter(({ lines }) => lines.length)
    .map(({ title: heading, todo, lines }) =>
      [`## ${heading} (${lines.length})`, '', todo, '', '```text', ...lines, '```', ''].join('\n'),
    );
  return [`# ${title}`, '', ...overview, '', ...parts].join('\n');
}

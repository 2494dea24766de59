import type { Changes } from './changes';

/** A part of the report: a heading, what to do about it, and a line for each thing. */
export interface Section {
  readonly title: string;
  /** What a person has to decide. */
  readonly todo: string;
  readonly lines: readonly string[];
}

export const sections = (title: string, todo: string, { added, removed }: Changes): Section[] => [
  { title: `New ${title}`, todo, lines: added },
  { title: `Removed ${title}`, todo, lines: removed },
];

export interface Report {
  readonly title: string;
  /** What was done, and what was not. */
  readonly done: readonly string[];
  readonly sections: readonly Section[];
  /** What is left to do after the decisions. */
  readonly left: readonly string[];
}

/** The whole report, in Markdown; parts in which there is nothing are named, too. */
export function reportText({ title, done, sections: all, left }: Report): string {
  const parts = all
    .filter(({ lines }) => lines.length)
    .map(({ title: heading, todo, lines }) =>
      [`## ${heading} (${lines.length})`, '', todo, '', '```text', ...lines, '```', ''].join('\n'),
    );
  return [
    `# ${title}`,
    '',
    ...done.map((line) => `- ${line}`),
    '',
    overviewOf(all),
    '',
    ...parts,
    '## Then',
    '',
    ...left.map((line) => `- ${line}`),
    '',
  ].join('\n');
}

export const overviewOf = (all: readonly Section[]): string =>
  [
    '| section | lines |',
    '|---|---|',
    ...all.map(({ title, lines }) => `| ${title} | ${lines.length} |`),
  ].join('\n');

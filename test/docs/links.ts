import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './pages';

/**
 * The text of a page without its code, fenced or in a line: what looks like a link or a heading there is
 * none.
 */
const prose = (page: string) =>
  readFileSync(join(ROOT, page), 'utf8')
    .replace(/^( *)```[^]*?^\1```$/gm, '')
    .replace(/`[^`\n]+`/g, (code) => code.replace(/[[\]()<]/g, ' '));

/** Anchor that GitHub makes of a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');

/**
 * Anchors of a page: of its headings, where one comes again it is numbered, and those that are written as
 * HTML.
 */
export function anchorsOf(page: string): Set<string> {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/^( *)```[^]*?^\1```$/gm, '');
  const seen = new Map<string, number>();
  const headings = [...text.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading]) => {
    const name = slug(heading);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count ? `${name}-${count}` : name;
  });
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id)]);
}

/** Links of a page to this repository, in the order of the page. */
export const linksOf = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(((?!https?:)[^)\s]+)\)/g)].map(([, link]) => link);

/** What is wrong with a link of a page, if anything. */
export function fault(page: string, link: string): string | undefined {
  const [path, anchor] = link.split('#');
  const target = path ? join(dirname(page), path) : page;
  if (!statSync(join(ROOT, target), { throwIfNoEntry: false })) return `there is no ${target}`;
  if (anchor === undefined) return undefined;
  return anchorsOf(target).has(anchor) ? undefined : `${target} has no #${anchor}`;
}

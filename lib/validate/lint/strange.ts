import { quote } from '../../go/format';
import { isInvisible, named, strangeCharacters } from '../../text/strange-characters';
import { commandsOf } from './commands';
import type { Lint, LintedContainer, Report } from './pod';
import { defineRule } from '../rule';
import { hasForeignCharacter } from './predicates';

/** Editors, chat programs and web pages replace characters, and nobody sees it. */
export const STRANGE_CHARACTER = defineRule<Lint>({
  id: 'strange-character',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake:
    'a character in an image, a command or a variable that looks like another one or like nothing: a no-break or zero-width space, a dash before an option, quotation marks around a whole value',
  why: 'programs compare characters, not what they look like: `–port` is no option, and no registry has the image',
  suggestion: 'write the ASCII character, or remove the invisible one',
  when: [hasForeignCharacter],
  judge({ containers }, report) {
    for (const container of containers) {
      judgeImage(container, report);
      judgeCommands(container, report);
      judgeEnv(container, report);
    }
  },
});

function judgeImage({ spec: { image = '' }, path }: LintedContainer, report: Report): void {
  if (image.trim() !== image) return;
  const strange = [...image].filter(isInvisible).join('') || quotesAround(image);
  if (strange) report(path.field('image'), ...problemOf(image, strange));
}

function judgeCommands(container: LintedContainer, report: Report): void {
  for (const { words, at } of commandsOf(container)) {
    words.forEach((word, index) => {
      const dash = LEADING_DASH.exec(word);
      if (dash) {
        const [before, sign, rest] = dash;
        const option = `${rest.length > 1 ? '--' : '-'}${word.slice(before.length - rest.length)}`;
        const message = `${quote(word)} begins with ${named(sign[0])}, which no program takes for an option`;
        report(at(index), message, `write it as ${quote(option)}`);
        return;
      }
      const strange = invisibleIn(word) || quotesAround(word);
      if (strange) report(at(index), ...problemOf(word, strange));
    });
  }
}

function judgeEnv({ spec: { env = [] }, path }: LintedContainer, report: Report): void {
  for (const [index, { value = '' }] of env.entries()) {
    const strange =
      [...(AT_ENDS.exec(value)?.slice(1) ?? [])].filter(isInvisible).join('') || quotesAround(value);
    if (strange) report(path.field('env').index(index).field('value'), ...problemOf(value, strange));
  }
}

const problemOf = (text: string, strange: string): [message: string, suggestion: string] => [
  `${quote(text)} contains ${[...new Set(strange)].map(named).join(' and ')}`,
  strangeCharacters(strange)!,
];

/** One that stands for a hyphen, and the letters of the option. */
const LEADING_DASH = /^([\u2010-\u2015\u2212\ufe63]+)([A-Za-z][\w-]*)/;

const AT_ENDS = /^([^])(?:[^]*([^]))?$/;

const QUOTES = /^([\u201c-\u201f\u2018-\u201b])[^]*([\u201c-\u201f\u2018-\u201b])$/;

/** The quotation marks around a whole text. */
const quotesAround = (text: string): string => (QUOTES.exec(text)?.slice(1) ?? []).join('');

/** What a shell takes for a text or a comment may contain anything. */
const TEXTS = /'[^']*'|"(?:[^"\\]|\\[^])*"|(?<=^|\s)#.*/gm;

/** Those between ASCII characters: others may be part of a language or of an emoji. */
function invisibleIn(word: string): string {
  const text = /\s/.test(word.trim()) ? word.replace(TEXTS, '') : word;
  const found = [...text.matchAll(/(?<![^\0-\x7f])[^\0-\x7f](?![^\0-\x7f])/g)].map(
    ([character]) => character,
  );
  return found.filter(isInvisible).join('');
}

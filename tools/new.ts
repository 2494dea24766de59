/**
 * Writes the skeleton of a new pattern or rule, which the tests of the catalogues then guide:
 *
 *     npm run new -- rule pull-secret
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameOf } from './new/skeleton';
import { SKELETONS } from './new/skeletons';

/**
 * Writes the files, and returns their paths below the root.
 *
 * @throws Error if the word or the name is invalid, or a file exists
 */
export function writeSkeleton(word: string, name: string, root: string): string[] {
  if (!Object.hasOwn(SKELETONS, word)) {
    throw new Error(`unknown skeleton "${word}": use ${Object.keys(SKELETONS).join(', ')}`);
  }
  const files = SKELETONS[word].files(nameOf(name));
  const taken = [...files.keys()].find((file) => existsSync(join(root, file)));
  if (taken) throw new Error(`${taken} exists: choose another name than "${name}"`);
  files.forEach((text, file) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  });
  return [...files.keys()];
}

const usage = () =>
  ['usage: npm run new -- WORD NAME, with a name such as pull-secret, where WORD is']
    .concat(Object.entries(SKELETONS).map(([word, { description }]) => `  ${word.padEnd(8)} ${description}`))
    .join('\n');

function main(words: readonly string[]): number {
  const [word, name] = words;
  if (words.length !== 2) {
    console.error(usage());
    return 2;
  }
  try {
    console.log([...writeSkeleton(word, name, join(__dirname, '..')), '', SKELETONS[word].next].join('\n'));
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));

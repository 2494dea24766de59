import { programOf } from '../shell/process';
import {
  EMBEDDED_SECRET,
  hasEmbeddedSecret,
  isLiteralSecret,
  isSecret,
  mayBeSecret,
  valueOf,
} from './literal';

/** A secret among words. */
export interface SecretWord {
  readonly index: number;
  /** What it is, without itself: `the value of --password`. */
  readonly what: string;
}

/** A flag of one letter for a password. */
interface ShortFlag {
  readonly programs: readonly string[];
  readonly flag: string;
  /** Where the password is: in the same word, in the next, or behind a user's name in the next. */
  readonly form: 'attached' | 'next' | 'behind-user';
}

const SHORT_FLAGS: readonly ShortFlag[] = [
  {
    programs: [
      ...['mysql', 'mysqladmin', 'mysqlcheck', 'mysqldump', 'mysqlimport'],
      ...['mariadb', 'mariadb-admin', 'mariadb-check', 'mariadb-dump', 'mariadb-import'],
    ],
    flag: '-p',
    form: 'attached',
  },
  { programs: ['sshpass'], flag: '-p', form: 'attached' },
  { programs: ['sshpass', 'mongo', 'mongosh', 'mongodump', 'mongorestore'], flag: '-p', form: 'next' },
  { programs: ['redis-cli', 'valkey-cli'], flag: '-a', form: 'next' },
  { programs: ['ldapsearch', 'ldapadd', 'ldapmodify'], flag: '-w', form: 'next' },
  { programs: ['curl'], flag: '-u', form: 'behind-user' },
];

/** Directives of Redis that a password follows, also as flags. */
const REDIS = /^(?:--)?(?:requirepass|masterauth|primaryauth)$/;

const FLAG = /^(-{1,2}[A-Za-z][\w.-]*)=(.*)$/s;
const ASSIGNMENT = /^(?:-[DeE])?([A-Za-z_][\w.]*)=(.*)$/s;

/** The first secret in the words of a command; undefined if there is none. */
export function secretWordIn(words: readonly string[]): SecretWord | undefined {
  const program = programOf(words[0]);
  for (let index = 0; index < words.length; index++) {
    const what = secretAt(words, index, program);
    if (what) return { index, what };
  }
  return undefined;
}

function secretAt(words: readonly string[], index: number, program: string): string | undefined {
  const word = words[index];
  if (!mayBeSecret(word)) return undefined;
  const next = words[index + 1] ?? '';
  return (
    settingIn(word) ??
    pairOf(word, next.startsWith('-') ? '' : next) ??
    shortFlagAt(word, next, program) ??
    (hasEmbeddedSecret(word) ? EMBEDDED_SECRET : undefined)
  );
}

/** What `--password=x` or `PASSWORD=x` has. */
function settingIn(word: string): string | undefined {
  for (const form of [FLAG, ASSIGNMENT]) {
    const [, name, value] = form.exec(word) ?? [];
    if (name && isSecret(name, value)) return valueOf(name);
  }
  return undefined;
}

/** What two words have, where the second is a value of the first: `--token x`. */
function pairOf(word: string, value: string): string | undefined {
  if (REDIS.test(word) && isLiteralSecret(value)) return valueOf(word);
  return PASSWORD_FLAG.test(word) && isSecret(word, value) ? valueOf(word) : undefined;
}

const PASSWORD_FLAG = /^--?(?:[\w.-]*-)?(?:password|client-secret|cookie-secret|token|api-key)$/;

function shortFlagAt(word: string, next: string, program: string): string | undefined {
  const found = SHORT_FLAGS.find(
    ({ programs, ...short }) => programs.includes(program) && isLiteralSecret(passwordOf(short, word, next)),
  );
  return found && valueOf(`${program} ${found.flag}`);
}

function passwordOf({ flag, form }: Pick<ShortFlag, 'flag' | 'form'>, word: string, next: string): string {
  if (form === 'attached') return word.startsWith(flag) ? word.slice(flag.length) : '';
  if (word !== flag || next.startsWith('-')) return '';
  return form === 'next' ? next : next.slice(next.indexOf(':') + 1 || next.length);
}

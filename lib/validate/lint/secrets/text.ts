import { EMBEDDED_SECRET, hasEmbeddedSecret, isLiteralSecret, isSecret, unquoted, valueOf } from './literal';

/** A secret in a file. */
export interface SecretLine {
  /** Number of the line, from 1. */
  readonly line: number;
  /** What it is, without itself: `the value of password`. */
  readonly what: string;
  /** The secret; undefined if it is part of the line. */
  readonly value?: string;
}

/** `name: value` or `name = value`, where the value is one word, quoted or not, with nothing behind it. */
const SETTING =
  /^\s*(?:-\s+|export\s+)?["']?([A-Za-z][\w.-]{0,80})["']?\s{0,8}[:=]\s{0,8}("[^"\n]{1,256}"|'[^'\n]{1,256}'|[^\s"'(){}[\];,]{1,256})[,;]?\s*(?:#.*)?$/;

/** Directives whose value follows a space: of Redis and HAProxy. */
const DIRECTIVE =
  /^\s*(requirepass\s|masterauth\s|primaryauth\s|stats\s+auth\s+[^\s:]+:|user\s+\S+\s+insecure-password\s)\s*(\S+)\s*$/;

/** A user of PgBouncer's auth_file. */
const USER_LIST = /^"[^"]+"\s+"([^"]+)"/;

const COMMENT = /^\s*(?:#|\/\/|;|--)/;

/** The secrets in the text of a file. */
export function* secretLinesIn(file: string, text: string): Generator<SecretLine> {
  const form: Form = { isCode: isCode(file, text), isUserList: /userlist/.test(file) };
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    const mayHave = line.length <= LONGEST && MAY_HAVE.test(line) && !COMMENT.test(line);
    const found = mayHave || form.isUserList ? secretIn(line, form) : undefined;
    if (found) yield { line: number, ...found };
  }
}

/** What a file is written in. */
interface Form {
  /** Whether bare words are names of variables. */
  readonly isCode: boolean;
  readonly isUserList: boolean;
}

const isCode = (file: string, text: string) =>
  /\.(?:py|js|mjs|cjs|ts|go|rb|java|lua|php|pl|tf|cs|groovy|kt|rs)$/.test(file) ||
  /^#!.*(?:python|node|ruby|perl|php|lua)/.test(text);

/** Longer lines are data, not settings. */
const LONGEST = 1000;

/** A cheap look before a thorough one. */
const MAY_HAVE = /pass|pwd|secret|token|key|auth|@/i;

function secretIn(line: string, { isCode, isUserList }: Form): Omit<SecretLine, 'line'> | undefined {
  const user = isUserList ? USER_LIST.exec(line)?.[1] : undefined;
  if (user && isLiteralSecret(user)) return { what: 'the password of a user' };
  return (
    settingIn(line, isCode) ??
    directiveIn(line) ??
    (hasEmbeddedSecret(line) ? { what: EMBEDDED_SECRET } : undefined)
  );
}

function settingIn(line: string, isCode: boolean): Omit<SecretLine, 'line'> | undefined {
  const [, only, written] = SETTING.exec(line) ?? [];
  if (!only) return pairIn(line);
  const value = unquoted(written);
  return isSetting(only, value) && (!isCode || value !== written)
    ? { what: valueOf(only), value }
    : undefined;
}

/** A pair among others, as JSON has them. */
function pairIn(line: string): Omit<SecretLine, 'line'> | undefined {
  for (const [, name, value] of line.matchAll(PAIR)) {
    if (isSetting(name, value)) return { what: valueOf(name), value };
  }
  return undefined;
}

const PAIR = /"([A-Za-z][\w.-]{0,80})"\s{0,8}:\s{0,8}"([^"\\\n]{1,256})"/g;

function directiveIn(line: string): Omit<SecretLine, 'line'> | undefined {
  const [, directive, password] = DIRECTIVE.exec(line) ?? [];
  return directive && isLiteralSecret(password)
    ? { what: valueOf(directive.replace(/ \S+:$/, '').trim()), value: unquoted(password) }
    : undefined;
}

/** Whether a setting has a secret: no label or name of a field, no short word for a kind of token. */
const isSetting = (name: string, value: string) =>
  isSecret(name, value) &&
  value.toLowerCase() !== name.toLowerCase() &&
  (/pass|requirepass|masterauth/i.test(name) || value.length >= 8);

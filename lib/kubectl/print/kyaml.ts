import { parseBool } from '../../go/parse-bool';
import { goKeys, type JsonObject } from '../../go/object';
import { isAmbiguous as isAmbiguousInYaml } from './yaml-scalar';

/** The KYAML printer (sigs.k8s.io/yaml/kyaml Encoder.FromObject). */
export const toKyaml = (manifest: JsonObject) => `---\n${node(manifest, 0)}\n`;

const pad = (indent: number) => '  '.repeat(indent);

function node(value: unknown, indent: number): string {
  if (Array.isArray(value)) return list(value, indent);
  if (typeof value === 'object' && value !== null) return map(value as JsonObject, indent);
  return typeof value === 'string' ? string(value, indent + 1) : String(value);
}

const isCollection = (value: unknown) => typeof value === 'object' && value !== null;

/** Lists of lists and maps are cuddled: `[{`. */
function list(items: readonly unknown[], indent: number): string {
  if (!items.length) return '[]';
  if (items.every(isCollection)) return `[${items.map((item) => node(item, indent)).join(', ')}]`;
  return `[\n${items.map((item) => `${pad(indent + 1)}${node(item, indent + 1)},\n`).join('')}${pad(indent)}]`;
}

function map(object: JsonObject, indent: number): string {
  const keys = goKeys(object);
  if (!keys.length) return '{}';
  return `{\n${keys.map((key) => `${pad(indent + 1)}${keyText(key)}: ${node(object[key], indent + 1)},\n`).join('')}${pad(indent)}}`;
}

const keyText = (key: string) =>
  key.includes('\n') || needsQuotes(key)
    ? `"${[...key].map((rune) => (rune === '\n' ? '\\n' : rune === '\t' ? '\\t' : escaped(rune))).join('')}"`
    : key;

function needsQuotes(text: string): boolean {
  const word = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?$/u;
  return !word.test(text) || isAmbiguous(text);
}

/** Whether a YAML parser may take it for something else; numbers may be hexadecimal or infinite here. */
function isAmbiguous(text: string): boolean {
  const number = text.replaceAll('_', '');
  return (
    parseBool(text) !== undefined ||
    isAmbiguousInYaml(text) ||
    isAmbiguousInYaml(text.toLowerCase()) ||
    isAmbiguousInYaml(number) ||
    /^[-+]?(?:inf|infinity|nan)$/i.test(number) ||
    /^[-+]?0x[\da-f]*(?:\.[\da-f]*)?p[-+]?\d+$/i.test(number)
  );
}

/** A text of several lines is folded: one line each. */
function string(text: string, indent: number): string {
  if (!text.includes('\n')) return `"${[...text].map(escaped).join('')}"`;
  const margin = pad(indent);
  const lines = text.split('\n');
  const written = lines.map((line, at) =>
    at < lines.length - 1 ? `${margin}${start(line)}\\n\\\n` : line && `${margin}${start(line)}\\\n`,
  );
  return `"\\\n${written.join('')}${margin}"`;
}

/** A line's text behind what stands at its start, which space must not be taken for. */
function start(line: string): string {
  const runes = [...line];
  return (runes.length && /\s/u.test(runes[0]) ? '\\' : ' ') + runes.map(escaped).join('');
}

const ESCAPES: { readonly [rune: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\t': '\t',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\r': '\\r',
  '\v': '\\v',
  '\0': '\\0',
  '\x1b': '\\e',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function escaped(rune: string): string {
  if (Object.hasOwn(ESCAPES, rune)) return ESCAPES[rune];
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(rune)) return rune;
  const code = rune.codePointAt(0)!;
  const [letter, width] = code < 0x80 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
  return `\\${letter}${code.toString(16).padStart(Number(width), '0')}`;
}

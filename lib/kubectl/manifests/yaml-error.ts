import type { DocumentText } from '../../manifest/split';
import type { YamlProblem } from '../../manifest/yaml-problem';
import { blockAround, openFlow } from './yaml-context';

/** What is wrong and in which line, counted as go-yaml does: from 0 by its parser, from 1 by its scanner. */
interface GoYamlError {
  readonly text: string;
  readonly line?: number;
}

/** The text around the position at which our parser stopped. */
interface ErrorContext {
  readonly text: string;
  readonly offset: number;
  /** Line of the offset, counted from 0, and that after the last. */
  readonly line: number;
  readonly end: number;
  /** The last line, which a text in quotes that does not end ends in. */
  readonly last: number;
}

const KEY = 'did not find expected key';
const NODE = 'did not find expected node content';
const VALUES = 'mapping values are not allowed in this context';
const NO_TOKEN = 'found character that cannot start any token';

/** The first line has no number. */
const scannerError = (text: string, line: number): GoYamlError => ({ text, line: line && line + 1 });

/**
 * What go-yaml says of a document that does not parse, for the mistakes that people make
 * (yaml_parser_set_…_error, go.yaml.in/yaml/v2).
 */
export function yamlError(
  { message, offset }: YamlProblem,
  { text, offset: start, badSeparator }: DocumentText,
): string {
  if (badSeparator) return message;
  const number = /^(-?Infinity|NaN) is no JSON value$/.exec(message)?.[1];
  if (number) {
    return `json: unsupported value: ${number.replace(/^(-?)Infinity/, (_, sign: string) => `${sign || '+'}Inf`)}`;
  }
  const at = offset - start;
  const lines = (part: string) => part.split('\n').length - 1;
  const context = {
    text,
    offset: at,
    line: lines(text.slice(0, at)),
    end: lines(text.replace(/\n?$/, '\n')),
    last: lines(text),
  };
  const error = ERRORS.find(([pattern]) => pattern.test(message))?.[1](context) ?? { text: message };
  return `yaml: ${error.line ? `line ${error.line}: ` : ''}${error.text}`;
}

/** By what our reader says. */
const ERRORS: readonly (readonly [RegExp, (context: ErrorContext) => GoYamlError])[] = [
  [
    /^unexpected end of the stream within a (double|single) quoted/,
    ({ last }) => scannerError('found unexpected end of stream', last),
  ],
  [/^unexpected end of the stream within a flow|^deficient indentation/, unclosedError],
  [
    /^missed comma/,
    ({ text, offset, line }) => ({ text: expectedIn(openFlow(text.slice(0, offset)).bracket), line }),
  ],
  [/^expected the node content/, ({ line }) => ({ text: NODE, line })],
  [/^tab characters/, tabError],
  [/^bad indentation|^end of the stream or/, misplacedError],
  [
    /^mapping values are not allowed/,
    ({ line }) => scannerError('mapping values are not allowed in this context', line),
  ],
  [/multiline key/, ({ line }) => scannerError("could not find expected ':'", line)],
  [/^expected ':'/, missingValueError],
  [/^unknown escape/, ({ line }) => scannerError('found unknown escape character', line)],
  [/^expected hexadecimal/, ({ line }) => scannerError('did not find expected hexdecimal number', line)],
  [
    /^a line break is expected/,
    ({ line }) => scannerError('did not find expected comment or line break', line),
  ],
  [
    /^name of an (alias|anchor)/,
    ({ line }) => scannerError('did not find expected alphabetic or numeric character', line),
  ],
  [/non-printable/, () => ({ text: 'control characters are not allowed' })],
  [/^directives end mark/, ({ line }) => ({ text: 'did not find expected <document start>', line })],
  [/^unacceptable YAML version/, () => ({ text: 'found incompatible YAML document' })],
];

const expectedIn = (bracket: string) => `did not find expected ',' or '${bracket === '{' ? '}' : ']'}'`;

/** A flow collection, or a quoted text in it, that does not end where its indentation does. */
function unclosedError({ text, offset, line, end, last }: ErrorContext): GoYamlError {
  const { bracket, quoted, atStart } = openFlow(text.slice(0, offset));
  if (quoted || !bracket) return scannerError('found unexpected end of stream', last);
  const rest = text.slice(offset).trim();
  if (atStart) return rest ? { text: expectedIn(bracket), line: end } : { text: NODE, line: end };
  return { text: expectedIn(bracket), line: rest ? line : end };
}

function tabError({ text, line }: ErrorContext): GoYamlError {
  const before =
    text
      .split('\n')
      .slice(0, line)
      .filter((one) => one.trim())
      .at(-1) ?? '';
  if (/[|>][-+\d]*\s*$/.test(before)) {
    return scannerError('found a tab character where an indentation space is expected', line);
  }
  return scannerError(
    /[:-]\s*$/.test(before) ? NO_TOKEN : 'found a tab character that violates indentation',
    line,
  );
}

/** Something that cannot stand where it stands: in its line, or by its indentation. */
function misplacedError({ text, offset, line }: ErrorContext): GoYamlError {
  const rest = text.slice(offset);
  if (/^[%@`]/.test(rest)) return scannerError(NO_TOKEN, line);
  if (/^[}\],]/.test(rest)) return { text: NODE, line };
  const [before, current] = [
    text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset),
    text.split('\n')[line],
  ];
  if (before.trim()) return inlineError(before, rest, line);
  const block = blockAround(text, line);
  if (block.continues && /:(?:\s|$)/.test(current)) return scannerError(VALUES, line);
  return { text: block.type === 'sequence' ? "did not find expected '-' indicator" : KEY, line };
}

function inlineError(before: string, rest: string, line: number): GoYamlError {
  if (/^-(?:\s|$)/.test(rest)) {
    return scannerError('block sequence entries are not allowed in this context', line);
  }
  if (/^\?(?:\s|$)/.test(rest)) return scannerError('mapping keys are not allowed in this context', line);
  return /["']\s*$/.test(before) ? { text: KEY, line } : scannerError(VALUES, line);
}

function missingValueError({ text, line, end }: ErrorContext): GoYamlError {
  const lines = text.split('\n');
  if (/^\s*["']/.test(lines[line])) return { text: KEY, line };
  const next = lines.findIndex((one, index) => index > line && one.trim());
  return scannerError("could not find expected ':'", next < 0 ? end : next);
}

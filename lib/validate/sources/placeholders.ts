import { quote } from '../../go/format';
import type { RawFinding } from '../collector';
import { IMAGE_PLACEHOLDER } from '../lint/image';
import { NOT_RENDERED } from './rules';
import { valueAt } from '../../object/value-at';
import { commandFor, type SourceSort } from './sorts';

/** How placeholders begin and end that envsubst, Flux, Terraform, Helm, Jinja and others replace. */
const DELIMITERS = [
  ['${', '}'],
  ['{{', '}}'],
  ['<%', '%>'],
] as const;

const SHELL_NAME = /(?<![\w$])\$[A-Z][A-Z0-9_]+(?![\w(])/;

const TEMPLATE = /\{\{|<%/;

/** Characters of a value that a message quotes. */
const MAX_QUOTED = 100;

/** The first placeholder in a text. */
function placeholderIn(text: string): string | undefined {
  for (const [open, close] of DELIMITERS) {
    const start = text.indexOf(open);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    const found = text.slice(start, end + close.length);
    if (end >= 0 && !found.includes('\n')) return found;
  }
  return SHELL_NAME.exec(text)?.[0];
}

/** Findings, and what their manifest is if it has placeholders. */
export interface PlaceholdersNamed {
  readonly findings: readonly RawFinding[];
  readonly sort?: SourceSort;
}

/**
 * Makes one finding of those about values that a program has yet to fill in. A placeholder in text that a
 * server takes as it is, such as the data of a ConfigMap, is nobody's mistake.
 */
export function withPlaceholdersNamed(
  manifest: unknown,
  findings: readonly RawFinding[],
  file: string | undefined,
): PlaceholdersNamed {
  const due = new Map(
    findings.flatMap((finding) => {
      const text = placeholderOf(manifest, finding);
      return text === undefined ? [] : [[finding, text] as const];
    }),
  );
  if (!due.size) return { findings };
  const [[first, text]] = due;
  const sort = TEMPLATE.test(text) ? 'template' : 'placeholders';
  const one = notRendered(first, text, [...due.keys()], commandFor({ sort, file })!);
  return {
    sort,
    findings: findings.flatMap((finding) =>
      finding === first ? [one] : due.has(finding) || finding.rule === IMAGE_PLACEHOLDER.id ? [] : [finding],
    ),
  };
}

/** The text with a placeholder that a finding is due to. */
function placeholderOf(manifest: unknown, finding: RawFinding): string | undefined {
  const { path, at = path, reason, message } = finding;
  if (reason === undefined) return undefined;
  const value = valueAt(manifest, at.segments());
  if (typeof value === 'string' && isCommandLine(value, finding)) return undefined;
  const placeholder = placeholderIn(typeof value === 'string' ? value : message);
  return placeholder && typeof value === 'string' && value.length <= MAX_QUOTED ? value : placeholder;
}

/** A line for a shell, which has variables of its own, in place of a list of words. */
const isCommandLine = (text: string, { path, meant }: RawFinding) =>
  Array.isArray(meant) &&
  (path.last === 'command' || path.last === 'args') &&
  / /.test(text) &&
  !TEMPLATE.test(text);

function notRendered(
  { path, at, reason }: RawFinding,
  text: string,
  due: readonly RawFinding[],
  command: string,
): RawFinding {
  const others = new Set(due.map((finding) => (finding.at ?? finding.path).toString())).size - 1;
  const more = others ? `, as ${others === 1 ? 'does another value' : `do ${others} other values`}` : '';
  return {
    rule: NOT_RENDERED.id,
    level: 'error',
    stage: 'read',
    path,
    at,
    reason,
    message: `${quote(text)} contains a placeholder that has not been replaced${more}`,
    suggestion: `validate it with its values: ${command}`,
  };
}

import { quote } from '../../go/format';
import { KubectlError } from '../errors';
import { parseBool } from '../../go/parse-bool';

/** Handling of unknown fields: error, warning, or ignored. */
export type ValidationDirective = 'strict' | 'warn' | 'ignore';

const KNOWN: readonly string[] = ['strict', 'warn', 'ignore'];

/** cmdutil.GetValidationDirective, 1.36. */
export function directiveOf(text: string): ValidationDirective {
  const bool = parseBool(text);
  if (bool !== undefined) return bool ? 'strict' : 'ignore';
  if (KNOWN.includes(text)) return text as ValidationDirective;
  throw new KubectlError(
    `invalid - validate option ${quote(text)}; must be one of: strict (or true), warn, ignore (or false)`,
  );
}

import { parseQuantity } from './parse-quantity';

/**
 * What an invalid quantity was probably meant to be, the likeliest last: `64MB` is `64M` or `64Mi`. None if
 * the intention is unclear.
 */
export function suggestedQuantities(text: string): readonly string[] {
  const match = /^([-+]?[\d.,]+)\s*([a-z]*)$/i.exec(text.trim());
  if (!match) return [];
  const [, number, unit] = match;
  const amount = number.replace(/^([-+]?\d+),(\d{1,2})$/, '$1.$2');
  return suggestedSuffixes(unit)
    .map((suffix) => `${amount}${suffix}`)
    .filter((quantity) => typeof parseQuantity(quantity) !== 'string');
}

function suggestedSuffixes(unit: string): readonly string[] {
  if (/^([numkMGTPE]|[KMGTPE]i)?$/.test(unit)) return [unit];
  const small = unit.toLowerCase();
  if (UNIT_SUFFIXES.has(small)) return [UNIT_SUFFIXES.get(small)!];
  const bytes = /^([kmgtpe])(i?)(?:b|bytes?)?$/.exec(small);
  if (!bytes) return [];
  const [, letter, binary] = bytes;
  const large = letter.toUpperCase();
  return binary ? [`${large}i`] : [letter === 'k' ? letter : large, `${large}i`];
}

/** Units that a quantity goes without, and those of a thousandth of a processor. */
const UNIT_SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...['b', 'byte', 'bytes', 'c', 'cpu', 'cpus', 'vcpu', 'vcpus', 'core', 'cores'].map(
    (word) => [word, ''] as const,
  ),
  ...[
    'mc',
    'mcpu',
    'mcpus',
    'mcore',
    'mcores',
    'milli',
    'millicpu',
    'millicpus',
    'millicore',
    'millicores',
  ].map((word) => [word, 'm'] as const),
]);

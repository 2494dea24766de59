import { quote } from './format';

/** What netip.ParseAddr says of a text that it does not take, with where in it, or nothing. */
export function addrError(text: string): string | undefined {
  const mark = /[.:%]/.exec(text)?.[0];
  if (mark === '.') return shown(text, ipv4Problem(text));
  if (mark === ':') return shown(text, ipv6Problem(text));
  return shown(text, [mark ? 'missing IPv6 address' : 'unable to parse IP']);
}

/** The same of netip.ParsePrefix. */
export function prefixError(text: string): string | undefined {
  const slash = text.lastIndexOf('/');
  const problem = slash < 0 ? "no '/'" : prefixProblem(text.slice(0, slash), text.slice(slash + 1));
  return problem && `netip.ParsePrefix(${quote(text)}): ${problem}`;
}

function prefixProblem(address: string, bits: string): string | undefined {
  const problem = addrError(address);
  if (problem) return problem;
  if (address.includes('%')) return 'IPv6 zones cannot be present in a prefix';
  if (!/^(?:0|[1-9]\d*)$/.test(bits)) return `bad bits after slash: ${quote(bits)}`;
  return Number(bits) > (address.includes(':') ? 128 : 32) ? 'prefix length out of range' : undefined;
}

type Problem = readonly [message: string, at?: string];

function shown(text: string, problem: Problem | undefined): string | undefined {
  if (!problem) return undefined;
  const [message, at] = problem;
  return `ParseAddr(${quote(text)}): ${message}${at ? ` (at ${quote(at)})` : ''}`;
}

/** parseIPv4Fields. */
function ipv4Problem(text: string): Problem | undefined {
  let [value, digits, dots] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '.') {
      if (digits === 0 || at === text.length - 1) {
        return ['IPv4 field must have at least one digit', text.slice(at)];
      }
      if (dots === 3) return ['IPv4 address too long'];
      [value, digits, dots] = [0, 0, dots + 1];
    } else if (isDigit(character)) {
      if (digits === 1 && value === 0) return ['IPv4 field has octet with leading zero'];
      value = value * 10 + Number(character);
      digits++;
      if (value > 255) return ['IPv4 field has value >255'];
    } else {
      return ['unexpected character', text.slice(at)];
    }
  }
  return dots < 3 ? ['IPv4 address too short'] : undefined;
}

const isDigit = (character: string) => character >= '0' && character <= '9';

const GROUPS = 8;

/** ParseIPv6, the zone apart. */
function ipv6Problem(text: string): Problem | undefined {
  const [address] = text.split('%', 1);
  if (text.endsWith('%') && text.length === address.length + 1) return ['zone must be a non-empty string'];
  const begun = address.startsWith('::');
  const state: Groups = { rest: begun ? address.slice(2) : address, count: 0, shortened: begun };
  if (begun && !state.rest) return undefined;
  const problem = groupsProblem(state);
  if (problem) return problem;
  if (state.rest) return ['trailing garbage after address', state.rest];
  if (state.count < GROUPS) return state.shortened ? undefined : ['address string too short'];
  return state.shortened ? ['the :: must expand to at least one field of zeros'] : undefined;
}

interface Groups {
  /** What is left to read. */
  rest: string;
  count: number;
  /** Whether `::` has occurred. */
  shortened: boolean;
}

function groupsProblem(state: Groups): Problem | undefined {
  while (state.count < GROUPS) {
    const { rest } = state;
    const [group] = /^[\da-fA-F]*/.exec(rest)!;
    if (group.length > 4) return ['each group must have 4 or less digits', rest];
    if (!group) return ['each colon-separated field must have at least one digit', rest];
    if (rest[group.length] === '.') return embeddedProblem(state);
    state.count++;
    state.rest = rest.slice(group.length);
    if (!state.rest) return undefined;
    const problem = colonProblem(state);
    if (problem || !state.rest) return problem;
  }
  return undefined;
}

/** An IPv4 address at the end. */
function embeddedProblem(state: Groups): Problem | undefined {
  const { rest, count } = state;
  if (!state.shortened && count !== GROUPS - 2) {
    return ['embedded IPv4 address must replace the final 2 fields of the address', rest];
  }
  if (count > GROUPS - 2) {
    return ['too many hex fields to fit an embedded IPv4 at the end of the address', rest];
  }
  state.rest = '';
  state.count += 2;
  return ipv4Problem(rest);
}

function colonProblem(state: Groups): Problem | undefined {
  const { rest } = state;
  if (rest[0] !== ':') return ['unexpected character, want colon', rest];
  if (rest.length === 1) return ['colon must be followed by more characters', rest];
  state.rest = rest.slice(1);
  if (rest[1] !== ':') return undefined;
  if (state.shortened) return ['multiple :: in address', state.rest];
  state.shortened = true;
  state.rest = rest.slice(2);
  return undefined;
}

import { dnsSubdomain } from './dns';
import { regexError } from './messages';

const PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const PATH_REGEX = new RegExp(`^${PATH}$`);

/** What is wrong with a domain-prefixed path: the part and the message. */
export type PathProblem = readonly [part: string, message: string];

/** IsDomainPrefixedPath, apimachinery util/validation 1.36; the text is not empty. */
export function domainPathProblems(text: string): readonly PathProblem[] {
  const slash = text.indexOf('/');
  const [host, path] = [text.slice(0, Math.max(slash, 0)), text.slice(slash + 1)];
  if (!host || !path) return [[text, 'must be a domain-prefixed path (such as "acme.io/foo")']];
  const problems = dnsSubdomain(host).map((message): PathProblem => [host, message]);
  return PATH_REGEX.test(path) ? problems : [...problems, [path, regexError('Invalid path', PATH)]];
}

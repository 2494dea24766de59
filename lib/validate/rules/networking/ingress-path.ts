import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { HTTPIngressPath } from '../../schema/types';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];

/** Sequences that a path must not have anywhere, and at its end, in the server's order. */
const FORBIDDEN_PARTS = ['//', '/./', '/../', '%2f', '%2F'];
const FORBIDDEN_ENDS = ['/..', '/.'];

/** A path of a rule: validateHTTPIngressPath, pkg/apis/networking/validation 1.36. */
export const PATH = defineRule<Rule<HTTPIngressPath>>({
  id: 'ingress-path',
  stage: 'judge',
  mistake: 'a path without `pathType` or with an unknown one, or that is not absolute and normalized',
  suggestion: 'set `pathType: Prefix`, and start the path with `/`',
  judge({ path = '', pathType }, at) {
    if (pathType === undefined) {
      at.field('pathType').required('pathType must be specified', {
        suggestion: 'set pathType to Prefix, or to Exact if only this very path is meant',
      });
    } else if (!PATH_TYPES.includes(pathType)) {
      at.field('pathType').notSupported(pathType, PATH_TYPES);
    } else if (pathType !== 'ImplementationSpecific') {
      judgeAbsolute(path, at.field('path'));
      judgeNormalized(path, at.field('path'));
    } else if (path) {
      judgeAbsolute(path, at.field('path'));
    }
  },
});

function judgeAbsolute(path: string, at: Field): void {
  if (path.startsWith('/')) return;
  const meant = `/${path}`;
  at.invalid(path, 'must be an absolute path', { suggestion: `set path to "${meant}"`, meant });
}

function judgeNormalized(path: string, at: Field): void {
  const hint = {
    suggestion: 'write the path without "//", "." and "..", and "/" instead of "%2f"',
  };
  for (const part of FORBIDDEN_PARTS) {
    if (path.includes(part)) at.invalid(path, `must not contain '${part}'`, hint);
  }
  for (const end of FORBIDDEN_ENDS) {
    if (path.endsWith(end)) at.invalid(path, `cannot end with '${end}'`, hint);
  }
}

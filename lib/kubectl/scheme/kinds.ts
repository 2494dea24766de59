import { quote } from '../../go/format';
import { kindOf } from '../../validate/schema/schema';
import { KubectlError } from '../errors';

/** Groups of which kubectl has no types (kubectl pkg/scheme, 1.36). */
const WITHOUT_TYPES = ['apiextensions.k8s.io', 'apiregistration.k8s.io'];

/** The struct of a kind that kubectl of a minor has types of; undefined if it has none. */
export function structOfKind(apiVersion: string, kind: string, minor: number): string | undefined {
  if (WITHOUT_TYPES.includes(apiVersion.split('/')[0])) return undefined;
  const known = kindOf(apiVersion, kind);
  if (known) return known.minors[0] <= minor ? known.struct : undefined;
  const item = kind.endsWith('List') ? kindOf(apiVersion, kind.slice(0, -'List'.length)) : undefined;
  return item && item.minors[0] <= minor ? `${item.struct}List` : undefined;
}

export const SCHEME = '"pkg/scheme/scheme.go:28"';

/** What is said of a kind that kubectl has no type of (runtime.notRegisteredErr, 1.36). */
export class NotRegistered extends KubectlError {
  constructor(apiVersion: string, kind: string) {
    super(`no kind ${quote(kind)} is registered for version ${quote(apiVersion)} in scheme ${SCHEME}`);
  }
}

/** Go's name of the type: `*v1.Service`. */
export const goTypeOf = (struct: string) => `*${struct.split('.').slice(-2).join('.')}`;

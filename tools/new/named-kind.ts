import { closest } from '../../lib/validate/closest';
import { strategyOf } from '../../lib/validate/kinds';
import { allKinds, type Kind } from '../../lib/validate/schema/schema';

/**
 * The kind that a name stands for: `CertificateSigningRequest`, or with its apiVersion before it:
 * `certificates.k8s.io/v1 CertificateSigningRequest`.
 *
 * @throws Error with a suggestion, if there is none, more than one, or it is judged
 */
export function namedKind(name: string): Kind {
  const named = [...allKinds()].filter(([full, { kind }]) => name === full || name === kind);
  if (!named.length) throw new Error(`no kind is called "${name}": ${suggestion(name)}`);
  const open = named.map(([, kind]) => kind).filter((kind) => !isJudged(kind));
  if (!open.length) throw new Error(`${nameOf(named[0][1])} is judged already: ${choice()}`);
  if (open.length > 1) {
    const names = open.map((kind) => `"${nameOf(kind)}"`);
    throw new Error(`more than one kind is called ${name}: use ${names.join(' or ')}`);
  }
  return open[0];
}

/** Whether other versions or groups have a kind of the same name. */
export const isShared = ({ kind }: Kind) =>
  [...allKinds().values()].filter((other) => other.kind === kind).length > 1;

const nameOf = ({ apiVersion, kind }: Kind) => `${apiVersion} ${kind}`;

const isJudged = (kind: Kind) => strategyOf(kind).validate !== undefined;

const unjudged = () =>
  [...allKinds().values()]
    .filter((kind) => !isJudged(kind))
    .map(nameOf)
    .sort();

const choice = () => (unjudged().length ? `choose one of ${unjudged().join(', ')}` : 'every kind is');

function suggestion(name: string): string {
  const kinds = [...allKinds().values()];
  const plural = kinds.find((kind) => kind.plural === name.toLowerCase());
  const names = [...allKinds().keys(), ...kinds.map(({ kind }) => kind)];
  const meant = plural?.kind ?? closest(name, names);
  return meant ? `did you mean "${meant}"?` : `${choice()}`;
}

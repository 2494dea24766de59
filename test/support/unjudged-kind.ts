import { strategyOf } from '../../lib/validate/kinds';
import { MINORS } from '../../lib/validate/schema/minors';
import { allKinds, covers, type Kind } from '../../lib/validate/schema/schema';
import { describeWith } from './needs';

/** A kind whose own rules are not implemented, as long as there is one. */
const FOUND = [...allKinds().values()].find(
  (kind) => kind.namespaced && covers(kind.minors, MINORS.at(-1)!) && !strategyOf(kind).validate,
);

/** The kind, with what is said of it. */
export interface UnjudgedKind extends Kind {
  /** A manifest of a name, as YAML. */
  manifest(name: string): string;
  readonly note: string;
}

/** Tests about a kind of which only fields, types and metadata are validated. */
export function describeUnjudged(title: string, tests: (kind: UnjudgedKind) => void): void {
  describeWith([{ name: 'a kind without rules', met: FOUND !== undefined }], title, () => {
    const { apiVersion, kind } = FOUND!;
    tests({
      ...FOUND!,
      manifest: (name) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n`,
      note: `only fields, types and metadata of ${apiVersion} ${kind} are validated: its own rules are not implemented`,
    });
  });
}

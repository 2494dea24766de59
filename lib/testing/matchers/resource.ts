import { closest } from '../../validate/closest';
import { indentedLines, matcher, type MatcherMessage, Misuse } from '../context';
import type { ManifestEntry } from '../entry';
import { checkedName, didYouMean, isNamed, nameText } from '../name';
import { checkedPartial, differencePath, differenceText, isLike } from '../partial';
import { differenceHints } from '../difference-hints';
import { subjectOf } from '../subject';
import type { Name } from '../types';

export const toHaveResource = matcher(
  'toHaveResource',
  'kind, name, partial',
  (matching, received, kind: string, name: Name, partial?: object) => {
    if (typeof kind !== 'string' || !kind) {
      throw new Misuse(
        `the kind must be a string such as "Deployment", not ${JSON.stringify(kind) ?? String(kind)}`,
      );
    }
    checkedName(name, 'the name');
    checkedPartial(partial);
    const entries = subjectOf(received).entries();
    const named = entries.filter(
      (entry) => entry.kind === kind && isNamed(entry.name, name, matching.context),
    );
    const found = named.filter(({ manifest }) => isLike(manifest, partial, matching.context));
    return {
      pass: found.length > 0,
      message: () => {
        const wanted = `${kind} ${nameText(name)}`;
        if (found.length) {
          return matching.text(
            `Expected no ${wanted}${partial ? ' with these fields' : ''}, but found:`,
            ...found.map((entry) => shown(entry, matching)),
          );
        }
        return matching.text(
          named.length
            ? differences(named, partial, matching)
            : `Expected ${wanted}, but found ${entries.length ? `only:\n${indentedLines(entries.map(({ origin }) => origin))}` : 'no resources'}`,
          !named.length && nearest(entries, kind, name),
        );
      },
    };
  },
);

const shown = (entry: ManifestEntry, matching: MatcherMessage) =>
  `${entry.origin}\n${matching.frame(entry.frame(['kind']))}`;

const differences = (entries: readonly ManifestEntry[], partial: unknown, matching: MatcherMessage) =>
  entries
    .map((entry) =>
      [
        `${entry.origin} differs:`,
        differenceText(entry.manifest, partial, matching),
        differenceHints(entry.manifest, partial, matching.context),
        matching.frame(entry.frame(differencePath(entry.manifest, partial, matching.context))),
      ]
        .filter(Boolean)
        .join('\n\n'),
    )
    .join('\n\n');

/**
 * The same name in another kind, the same kind with another name, or a kind that is near; of
 * `apps/v1/Deployment` the kind.
 */
function nearest(entries: readonly ManifestEntry[], given: string, name: Name): string | undefined {
  const kind = given.slice(given.lastIndexOf('/') + 1);
  if (kind !== given) return `Specify a kind without its apiVersion: "${kind}"`;
  if (entries.some((entry) => entry.name === kind && entry.kind === name)) {
    return 'The first argument is the kind, the second the name.';
  }
  const ofKind = entries.filter((entry) => entry.kind === kind);
  const near = closest(
    kind,
    entries.map((entry) => entry.kind),
  );
  return ofKind.length
    ? didYouMean(
        name,
        ofKind.map((entry) => entry.name),
      )
    : near && `Did you mean the kind "${near}"?`;
}

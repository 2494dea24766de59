import { indentedLines, matcher, type MatcherMessage } from '../context';
import { checkedName, didYouMean, isNamed, nameText } from '../name';
import { checkedPartial, differencePath, differenceText, isLike } from '../partial';
import { containersIn, type ContainerInPod } from '../pods';
import { differenceHints } from '../difference-hints';
import { subjectOf } from '../subject';
import type { LikeContainer, Name } from '../types';

export const toHaveContainer = matcher(
  'toHaveContainer',
  'name, partial',
  (matching, received, name: Name, partial?: LikeContainer) => {
    checkedName(name, 'the name');
    checkedPartial(partial);
    const entries = subjectOf(received).entries();
    const containers = containersIn(entries);
    const named = containers.filter(({ container }) =>
      isNamed(String(container.name), name, matching.context),
    );
    const found = named.filter(({ container }) => isLike(container, partial, matching.context));
    return {
      pass: found.length > 0,
      message: () => {
        if (found.length) {
          return matching.text(
            `Expected no container ${nameText(name)}${partial ? ' with these fields' : ''}, but found:`,
            ...found.map((held) => shown(held, matching)),
          );
        }
        if (named.length) return matching.text(...named.map((held) => difference(held, partial, matching)));
        return matching.text(
          `Expected a container ${nameText(name)}, but found ${containers.length ? `only:\n${indentedLines(containers.map(titleOf))}` : noContainer(entries.map(({ origin }) => origin))}`,
          didYouMean(
            name,
            containers.map(({ container }) => String(container.name)),
          ),
        );
      },
    };
  },
);

const titleOf = ({ entry, container, role }: ContainerInPod) =>
  `${role} ${JSON.stringify(container.name)} in ${entry.origin}`;

const shown = (held: ContainerInPod, matching: MatcherMessage) =>
  `${titleOf(held)}\n${matching.frame(held.entry.frame([...held.path, 'name']))}`;

const difference = (held: ContainerInPod, partial: unknown, matching: MatcherMessage) =>
  [
    `The ${titleOf(held)} differs:`,
    differenceText(held.container, partial, matching),
    differenceHints(held.container, partial, matching.context),
    matching.frame(
      held.entry.frame([...held.path, ...differencePath(held.container, partial, matching.context)]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');

const noContainer = (origins: readonly string[]) =>
  origins.length ? `none in:\n${indentedLines(origins)}` : 'no resources';

import { defineRule } from '../../rule';
import type { FieldPath } from '../../path';
import { imageNameOf } from '../images';
import type { Lint, LintedContainer, LintedPod } from '../pod';
import { localPortsOf } from '../ports-used';
import { mayListenEverywhere } from '../predicates';
import { serverOf } from '../servers';
import { programOf } from '../shell/process';
import type { Everywhere } from './program';

/** A proxy beside the container that it is for passes on connections of everyone who reaches the Pod. */
export const AMBASSADOR_ADDRESS = defineRule<Lint>({
  id: 'ambassador-address',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake:
    'a proxy for the containers of its Pod, such as `cloud-sql-proxy --address=0.0.0.0`, listens on all addresses',
  why: 'everyone who reaches the Pod connects with its identity',
  suggestion: 'listen on 127.0.0.1',
  when: [mayListenEverywhere],
  judge(pod, report) {
    for (const container of pod.running) {
      const found = openProxy(container, pod) ?? socat(container, pod);
      if (!found) continue;
      const { path, program, suggestion } = found;
      report(
        path,
        `${program} listens on all addresses: everyone who reaches the Pod can use it`,
        suggestion,
      );
    }
  },
});

interface Found {
  readonly path: FieldPath;
  readonly program: string;
  readonly suggestion: string;
}

const ALL: readonly (string | undefined)[] = ['0.0.0.0', '::', '[::]', '*'];

/** A proxy with such a setting beside an ordinary container; a proxy on its own is meant for others. */
function openProxy(container: LintedContainer, { running }: LintedPod): Found | undefined {
  const { name, everywhere } = container.knownProgram?.program ?? {};
  const found = everywhere ? byProgram(container, name!, everywhere) : kubectlProxy(container);
  return found && running.some((other) => other !== container && !isHelper(other)) ? found : undefined;
}

function byProgram(
  container: LintedContainer,
  program: string,
  { argument, variables = [], suggestion }: Everywhere,
): Found | undefined {
  const word = argument ? wordOf(container, argument) : undefined;
  if (word) return { path: word, program, suggestion };
  const index = container.spec.env?.findIndex(
    ({ name = '', value }) => variables.includes(name) && ALL.includes(value),
  );
  if (index === undefined || index < 0) return undefined;
  return { path: container.path.field('env').index(index).field('value'), program, suggestion };
}

const isHelper = (container: LintedContainer) =>
  container.knownProgram !== undefined || serverOf(container) !== undefined;

/** Where a pattern begins in what a container is started with. */
function wordOf({ text, spec, path }: LintedContainer, pattern: RegExp): FieldPath | undefined {
  const place = text.search(pattern);
  if (place < 0) return undefined;
  const index = text.slice(0, place).split('\n').length - 1;
  const commands = spec.command?.length ?? 0;
  return index < commands ? path.field('command').index(index) : path.field('args').index(index - commands);
}

/** `kubectl proxy` lets everyone use the Pod's service account, without a password. */
function kubectlProxy(container: LintedContainer): Found | undefined {
  if (!commandsOf(container).some(([program, first]) => program === 'kubectl' && first === 'proxy')) {
    return undefined;
  }
  const path = wordOf(container, /--address[=\s]["']?(?:0\.0\.0\.0|::)/);
  const suggestion = 'remove --address: without it, it listens on 127.0.0.1';
  return path && { path, program: 'kubectl proxy', suggestion };
}

const SOCAT_LISTENS = /^(?:TCP[46]?|OPENSSL)-L(?:ISTEN)?:(\d{1,5})(?:,|$)/i;
const SOCAT_BOUND = /,(?:bind|range)=/i;

/** socat, where another container connects to its port on localhost. */
function socat(container: LintedContainer, { running }: LintedPod): Found | undefined {
  for (const [program, ...words] of commandsOf(container)) {
    if (program !== 'socat') continue;
    const port = words
      .flatMap((word) => (SOCAT_BOUND.test(word) ? [] : (SOCAT_LISTENS.exec(word)?.[1] ?? [])))
      .at(0);
    const isSought = running.some((other) => other !== container && localPortsOf(other).has(Number(port)));
    if (!port || !isSought) continue;
    const path = wordOf(container, new RegExp(`-L(?:ISTEN)?:${port}`, 'i'))!;
    return { path, program: 'socat', suggestion: 'add ",bind=127.0.0.1" to the listening address' };
  }
  return undefined;
}

/** The commands that a container runs, the program by its name: also that of an image named like it. */
function commandsOf({ process, spec: { image, command, args } }: LintedContainer): readonly string[][] {
  const base = command?.length ? undefined : imageNameOf(image)?.base;
  const own = base && args && NAMED_LIKE_PROGRAM.includes(base) ? [[base, ...args]] : [];
  return [
    ...own,
    ...process.script.commands.map(({ words: [program, ...rest] }) => [programOf(program), ...rest]),
  ];
}

/** Images whose entrypoint is the program of their name. */
const NAMED_LIKE_PROGRAM = ['kubectl', 'socat'];

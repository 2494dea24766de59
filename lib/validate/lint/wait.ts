import { imageNameOf } from './images';
import type { Lint, LintedContainer } from './pod';
import { portsSoughtFrom } from './ports-used';
import { endlessPart } from './shell/endless';
import { isAlways } from './shell/endless-loop';
import { programOf } from './shell/process';
import type { Command, Loop, Script } from './shell/script';
import { plainWords } from './shell/tail';
import { defineRule } from '../rule';
import { hasInitContainers, looksUpNames, usesLocalhost, waits } from './predicates';

/** A missing dependency keeps a Pod in `Init` forever, and no error is reported. */
export const WAIT_UNBOUNDED = defineRule<Lint>({
  id: 'wait-unbounded',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: 'an init container that waits in a loop without a limit',
  why: 'the Pod stays in `Init` forever without an error',
  suggestion: 'limit the attempts and exit 1, or use an init gate',
  when: [hasInitContainers, waits],
  judge(pod, report) {
    if (!pod.spec.initContainers || pod.hasDeadline) return;
    for (const container of pod.containers) {
      if (container.role !== 'init' || !container.says('sleep')) continue;
      const { script, argv } = container.process;
      const loop = argv[0] === 'timeout' || script.commands.some(isTimed) ? undefined : unboundedWait(script);
      if (!loop) continue;
      const text = (loop.negated ? '! ' : '') + loop.condition[0].words.slice(0, 3).join(' ').slice(0, 40);
      report(
        container.programPath,
        `the loop "${loop.keyword} ${text}" waits without a limit`,
        'limit the number of attempts, then exit 1',
      );
    }
  },
});

/** A watchdog beside the loop, or a clock that it looks at. */
const isTimed = ({ words }: Command) => words[0] === 'timeout' && /sh$|^\d/.test(words.at(-1) ?? '');

/** A loop that tries something and sleeps, until it works. */
const isWait = ({ keyword, condition, body }: Loop) =>
  keyword !== 'for' && condition.length > 0 && body.some(({ words }) => words[0] === 'sleep');

const LEAVING: ReadonlySet<string> = new Set(['break', 'exit', 'return']);
const COUNTING_PROGRAMS: ReadonlySet<string> = new Set(['kill', 'let', 'expr']);
const COUNTING = /^-(lt|le|gt|ge)$|\$\(\(|SECONDS|`expr|\(\(/;
/** What may stand anywhere in a script that counts. */
const COUNTS = /\(\(|SECONDS|\b(expr|let|seq|date)\b|-(lt|le|gt|ge|eq)\b/;

/**
 * The first loop that waits and is not bounded, nor inside one that is: outer loops come before inner ones.
 */
function unboundedWait(script: Script): Loop | undefined {
  const bounded = new Set<Loop>();
  for (const loop of script.loops) {
    const { outer } = loop;
    if (isBounded(loop, script) || (outer && (outer.keyword === 'for' || bounded.has(outer)))) {
      bounded.add(loop);
    } else if (isWait(loop)) {
      return loop;
    }
  }
  return undefined;
}

/** A loop that counts, looks at the clock, or may be left before it has what it waits for. */
function isBounded(loop: Loop, script: Script): boolean {
  const all = [...loop.condition, ...loop.body];
  const counts = all.some(
    ({ words }) => COUNTING_PROGRAMS.has(words[0]) || words.some((word) => COUNTING.test(word)),
  );
  const isLeft =
    all.some(({ words }) => LEAVING.has(words[0])) && !(isAlways(loop) && isLeftByLuck(loop, script));
  return counts || isLeft;
}

/** In `while true; do try && break; sleep 1; done` the way out is what it waits for. */
const isLeftByLuck = ({ body }: Loop, { text, functions }: Script) =>
  !COUNTS.test(text) &&
  body.every(
    ({ words: [program, code = '0'] }) => !functions.has(program) && (program !== 'exit' || code === '0'),
  );

/** An init container that never ends keeps all that come after it from starting. */
export const INIT_ENDLESS = defineRule<Lint>({
  id: 'init-endless',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: 'an init container that never exits',
  why: 'the containers after it never start',
  suggestion: 'set `restartPolicy: Always`, or move it to `containers`',
  when: [hasInitContainers, waits],
  judge({ spec, containers }, report) {
    if (!spec.initContainers) return;
    let sidecars = 0;
    for (const container of containers) {
      if (container.role === 'sidecar') sidecars++;
      const mayBeEnded = spec.shareProcessNamespace && sidecars > 0;
      const part = container.role === 'init' && !mayBeEnded ? endlessPart(container.process) : undefined;
      if (!part) continue;
      report(
        container.programPath,
        `"${part}" never exits, so the containers after init container "${container.name}" never start`,
        'set restartPolicy: Always on it, or move it to containers',
      );
    }
  },
});

/** Busybox' nslookup takes no search domains since 1.29: a bare name is never found. */
export const NSLOOKUP_SHORT_NAME = defineRule<Lint>({
  id: 'nslookup-short-name',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: '`nslookup NAME` in busybox 1.29 or later',
  why: 'many builds ignore search domains, so the name is never resolved',
  suggestion: 'use the full name, `NAME.NAMESPACE.svc.cluster.local`, or an init gate',
  when: [looksUpNames],
  judge({ containers }, report) {
    for (const container of containers) {
      if (!container.says('nslookup') || !isNewBusybox(container.spec.image)) continue;
      const name = container.process.script.commands.map(lookedUp).find(Boolean);
      if (!name) continue;
      report(
        container.programPath,
        `nslookup of busybox may not resolve the short name "${name}": many builds ignore search domains`,
        `use the full name, such as "${name}.NAMESPACE.svc.cluster.local", or try its port`,
      );
    }
  },
});

function lookedUp(command: Command): string | undefined {
  const [program, ...rest] = plainWords(command);
  const name = programOf(program) === 'nslookup' ? rest.find((word) => !word.startsWith('-')) : undefined;
  return name && /^[a-z0-9-]+$/i.test(name) && name !== 'localhost' ? name : undefined;
}

const OLD = /^(0|1)\.([01]?\d|2[0-8])(\D|$)/;

function isNewBusybox(image: string | undefined): boolean {
  const name = imageNameOf(image);
  return name?.base === 'busybox' && !OLD.test(name.tag ?? '');
}

/** Init containers end before a main container starts: one that waits for it waits forever. */
export const INIT_WAITS_FOR_MAIN = defineRule<Lint>({
  id: 'init-waits-for-main',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: 'an init container connects to a port on localhost that a main container serves',
  why: 'main containers start after it exits, so the two wait for each other',
  suggestion: 'make the server a native sidecar that starts first',
  when: [hasInitContainers, usesLocalhost],
  judge({ spec, containers }, report) {
    if (!spec.initContainers || spec.hostNetwork) return;
    const servers = containers
      .filter(({ role, spec: { ports } }) => role === 'main' && ports)
      .slice(0, MOST_SERVERS);
    for (const container of containers) {
      if (container.role === 'sidecar') break;
      const served = container.role === 'init' ? servedLater(container, servers) : undefined;
      if (!served) continue;
      report(
        container.programPath,
        `it connects to localhost:${served.port}, which container "${served.server.name}" serves, but that container starts later`,
        `make "${served.server.name}" a native sidecar that starts first, or wait in another container`,
        {
          message: `container "${served.server.name}" serves it here`,
          path: served.server.path.field('ports').index(served.index),
        },
      );
    }
  },
});

interface Served {
  readonly server: LintedContainer;
  readonly port: number;
  /** Of the port in its list. */
  readonly index: number;
}

/** Containers with ports that are asked about: the kubelet runs no Pod with more. */
const MOST_SERVERS = 100;

/** The first port that a container seeks and one of the servers has. */
function servedLater(container: LintedContainer, servers: readonly LintedContainer[]): Served | undefined {
  if (!container.saysLocalhost) return undefined;
  for (const server of servers) {
    const sought = portsSoughtFrom(server, container);
    const index = server.spec.ports!.findIndex(({ containerPort = 0 }) => sought.has(containerPort));
    if (index >= 0) return { server, port: server.spec.ports![index].containerPort!, index };
  }
  return undefined;
}

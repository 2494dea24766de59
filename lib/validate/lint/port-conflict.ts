import type { FieldPath } from '../path';
import type { Lint, LintedContainer } from './pod';
import { defineRule } from '../rule';
import { hasSeveralContainers } from './predicates';

/** All containers of a Pod share its address: the second that takes a port does not start. */
export const PORT_CONFLICT = defineRule<Lint>({
  id: 'port-conflict',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'two containers of a Pod declare one port',
  why: 'they share one address: the second to listen fails',
  suggestion: 'another port for one of them',
  when: [hasSeveralContainers],
  insteadOf: 'port-definition',
  judge({ running }, report) {
    if (running.length < 2 || running.filter(({ spec }) => spec.ports?.length).length < 2) return;
    const owners = new Map<string, Owner>();
    for (const container of running) {
      container.spec.ports?.forEach(({ containerPort, protocol = 'TCP' }, index) => {
        if (!containerPort) return;
        const key = `${protocol}/${containerPort}`;
        const owner = owners.get(key);
        if (!owner) return void owners.set(key, { container, index });
        if (owner.container === container) return;
        report(
          portPath({ container, index }),
          `container "${owner.container.name}" takes port ${containerPort}, too: they share one address`,
          'let one of them listen on another port',
          { message: `container "${owner.container.name}" takes it here`, path: portPath(owner) },
        );
      });
    }
  },
});

interface Owner {
  readonly container: LintedContainer;
  /** Of the port in its list. */
  readonly index: number;
}

const portPath = ({ container, index }: Owner): FieldPath =>
  container.path.child('ports').index(index).child('containerPort');

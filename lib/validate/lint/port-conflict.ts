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
  mistake: 'two containers of a Pod declare the same port',
  why: 'they share an IP address, so the second one fails to listen',
  suggestion: 'use different ports',
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
          `container "${owner.container.name}" also uses port ${containerPort}: containers of a Pod share an IP address`,
          'use another port for one of them',
          { message: `container "${owner.container.name}" uses it here`, path: portPath(owner) },
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
  container.path.field('ports').index(index).field('containerPort');

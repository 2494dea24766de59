import type { Lint, LintedContainer } from './pod';
import { TRAIT } from './traits';

/** All containers of a Pod share its address: the second that takes a port does not start. */
export const PORT_CONFLICT: Lint = {
  id: 'port-conflict',
  needs: TRAIT.SEVERAL,
  judge({ running }, report) {
    if (running.length < 2 || running.filter(({ spec }) => spec.ports?.length).length < 2) return;
    const owners = new Map<string, LintedContainer>();
    for (const container of running) {
      container.spec.ports?.forEach(({ containerPort, protocol = 'TCP' }, index) => {
        if (!containerPort) return;
        const key = `${protocol}/${containerPort}`;
        const owner = owners.get(key) ?? container;
        owners.set(key, owner);
        if (owner === container) return;
        report(container.path.child('ports').index(index).child('containerPort'), `container "${owner.name}" takes port ${containerPort}, too: they share one address`, 'let one of them listen on another port');
      });
    }
  },
};

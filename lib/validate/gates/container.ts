import type { Container } from '../schema/types';
import { Drops, field, inner } from './drop';

/** What servers drop of every container on create: dropDisabledFields, pkg/api/pod 1.30 to 1.36. */
export const CONTAINER_DROPS = new Drops<Container>([
  {
    gate: 'ProcMountType',
    uses: ({ securityContext: { procMount } = {} }) => procMount !== undefined && procMount !== 'Default',
    drop({ securityContext = {} }, path, dropped) {
      securityContext.procMount = 'Default';
      dropped(path.child('securityContext', 'procMount'));
    },
  },
  inner('DynamicResourceAllocation', 'resources', 'claims'),
  field('InPlacePodVerticalScaling', 'resizePolicy'),
  {
    gate: 'RecursiveReadOnlyMounts',
    uses: ({ volumeMounts }) =>
      volumeMounts?.some(({ recursiveReadOnly }) => recursiveReadOnly !== undefined) ?? false,
    drop({ volumeMounts = [] }, path, dropped) {
      volumeMounts.forEach((mount, index) => {
        if (mount.recursiveReadOnly === undefined) return;
        delete mount.recursiveReadOnly;
        dropped(path.child('volumeMounts').index(index).child('recursiveReadOnly'));
      });
    },
  },
  {
    gate: 'EnvFiles',
    uses: ({ env }) => env?.some(({ valueFrom }) => valueFrom?.fileKeyRef) ?? false,
    drop({ env = [] }, path, dropped) {
      env.forEach(({ valueFrom }, index) => {
        if (!valueFrom?.fileKeyRef) return;
        delete valueFrom.fileKeyRef;
        dropped(path.child('env').index(index).child('valueFrom', 'fileKeyRef'));
      });
    },
  },
  {
    gate: 'ContainerStopSignals',
    uses: ({ lifecycle }) => lifecycle?.stopSignal !== undefined,
    drop(container, path, dropped) {
      const { preStop, postStart } = container.lifecycle ?? {};
      if (preStop || postStart) delete container.lifecycle!.stopSignal;
      else delete container.lifecycle;
      dropped(path.child('lifecycle', 'stopSignal'));
    },
  },
  field('ContainerRestartRules', 'restartPolicyRules'),
]);

/** Of all but init containers. */
export const MAIN_CONTAINER_DROPS = new Drops<Container>([field('ContainerRestartRules', 'restartPolicy')]);

/** Of init containers, those that restart always are older than the gate. */
export const INIT_CONTAINER_DROPS = new Drops<Container>([
  {
    ...field<Container>('ContainerRestartRules', 'restartPolicy'),
    uses: ({ restartPolicy }) => restartPolicy !== undefined && restartPolicy !== 'Always',
  },
]);

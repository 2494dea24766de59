import type { Container } from '../schema/types';
import { Drops, field, nested } from './drop';

const PROBES = 'livenessProbe|readinessProbe|startupProbe';

/** Fields of every container that servers drop on create: dropDisabledFields, pkg/api/pod 1.30 to 1.37. */
export const CONTAINER_DROPS = new Drops<Container>([
  {
    gate: 'ProcMountType',
    uses: ({ securityContext: { procMount } = {} }) => procMount !== undefined && procMount !== 'Default',
    drop({ securityContext = {} }, path, dropped) {
      securityContext.procMount = 'Default';
      dropped(path.field('securityContext', 'procMount'));
    },
  },
  nested('DynamicResourceAllocation', 'resources.claims'),
  field('InPlacePodVerticalScaling', 'resizePolicy'),
  nested('RecursiveReadOnlyMounts', 'volumeMounts.*.recursiveReadOnly'),
  nested('EnvFiles', 'env.*.valueFrom.fileKeyRef'),
  {
    gate: 'ContainerStopSignals',
    uses: ({ lifecycle }) => lifecycle?.stopSignal !== undefined,
    drop(container, path, dropped) {
      const { preStop, postStart } = container.lifecycle ?? {};
      if (preStop || postStart) delete container.lifecycle!.stopSignal;
      else delete container.lifecycle;
      dropped(path.field('lifecycle', 'stopSignal'));
    },
  },
  field('ContainerRestartRules', 'restartPolicyRules'),
  nested('GRPCContainerProbeTLS', `${PROBES}.grpc.mode`),
  nested('VolumeBindMountOptions', 'volumeMounts.*.bindMountOptions'),
  nested('H2CContainerProbe', `${PROBES}.httpGet.protocol`),
  nested('H2CContainerProbe', 'lifecycle.postStart|preStop.httpGet.protocol'),
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

import type { SourceSort } from './sorts';

/** Groups of files that programs read, and that no cluster has as custom resources. */
const TOOL_GROUPS: ReadonlyMap<string, SourceSort> = new Map<string, SourceSort>([
  ['kustomize.config.k8s.io', 'kustomization'],
  ['builtin', 'kustomize-input'],
  ['skaffold', 'skaffold'],
  ['apiserver.config.k8s.io', 'tool-config'],
  ['audit.k8s.io', 'tool-config'],
  ['client.authentication.k8s.io', 'tool-config'],
  ['eksctl.io', 'tool-config'],
  ['k3d.io', 'tool-config'],
  ['kind.x-k8s.io', 'tool-config'],
  ['kubeadm.k8s.io', 'tool-config'],
  ['kubelet.config.k8s.io', 'tool-config'],
  ['kubeproxy.config.k8s.io', 'tool-config'],
  ['kubescheduler.config.k8s.io', 'tool-config'],
]);

/** What files with an apiVersion of a group are, if a program reads them. */
export const toolOfGroup = (group: string): SourceSort | undefined => TOOL_GROUPS.get(group);

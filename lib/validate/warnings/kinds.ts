import type { KindRules } from '../kinds/strategy';
import { warnOfStaticSuffix } from './static-suffix';
import { warnOfNode, warnOfResourceQuota, warnOfServiceAccount } from './kinds/cluster';
import { warnOfEndpointSlice, warnOfEndpoints, warnOfIngress, warnOfNetworkPolicy } from './kinds/networking';
import { warnOfResourceSlice } from './kinds/resource-slice';
import { warnOfSecret } from './kinds/secret';
import { warnOfService } from './service';
import {
  warnOfCsiDriver,
  warnOfCsiStorageCapacity,
  warnOfRuntimeClass,
  warnOfStorageClass,
} from './kinds/classes';
import { warnOfClaim, warnOfPersistentVolume } from './kinds/persistent-volumes';

type Warn = KindRules<never>['warn'];

/**
 * Warning headers of create for kinds that are not judged, or not warned of where they are, by `apiVersion
 * kind`.
 */
export const KIND_WARNINGS: ReadonlyMap<string, Warn> = new Map<string, Warn>([
  ['v1 Endpoints', warnOfEndpoints],
  ['v1 Node', warnOfNode],
  ['v1 PersistentVolume', warnOfPersistentVolume],
  ['v1 PersistentVolumeClaim', warnOfClaim],
  ['v1 ResourceQuota', warnOfResourceQuota],
  ['v1 Secret', warnOfSecret],
  ['v1 Service', warnOfService],
  ['v1 ServiceAccount', warnOfServiceAccount],
  ['admissionregistration.k8s.io/v1 MutatingAdmissionPolicy', warnOfStaticSuffix],
  ['admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding', warnOfStaticSuffix],
  ['admissionregistration.k8s.io/v1 MutatingWebhookConfiguration', warnOfStaticSuffix],
  ['admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy', warnOfStaticSuffix],
  ['admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding', warnOfStaticSuffix],
  ['admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration', warnOfStaticSuffix],
  ['discovery.k8s.io/v1 EndpointSlice', warnOfEndpointSlice],
  ['networking.k8s.io/v1 Ingress', warnOfIngress],
  ['networking.k8s.io/v1 NetworkPolicy', warnOfNetworkPolicy],
  ['node.k8s.io/v1 RuntimeClass', warnOfRuntimeClass],
  ['resource.k8s.io/v1 ResourceSlice', warnOfResourceSlice],
  ['storage.k8s.io/v1 CSIDriver', warnOfCsiDriver],
  ['storage.k8s.io/v1 CSIStorageCapacity', warnOfCsiStorageCapacity],
  ['storage.k8s.io/v1 StorageClass', warnOfStorageClass],
]);

/** Minors in which a feature gate is known and on by default. */
interface GateRange {
  /** First minor that knows the gate, if the fields behind it are older, or if no other minor has them. */
  readonly since?: number;
  /** First minor, of those judged, in which it is on by default; absent where none has it on. */
  readonly on?: number;
  /** Last minor in which it is on by default. */
  readonly until?: number;
}

/**
 * Feature gates that decide what a server takes on create and that were not on by default in every minor from
 * 1.30 to 1.37: defaultVersionedKubernetesFeatureGates, pkg/features/kube_features.go 1.37. Of those gone by
 * then, what servers of their minors answered.
 */
const GATES = {
  AtomicWriteVolumeUserFields: { since: 37 },
  AuthorizeWithSelectors: { on: 32 },
  ClusterTrustBundleProjection: { on: 37 },
  ContainerRestartRules: { since: 34, on: 35 },
  ContainerStopSignals: {},
  CoordinatedLeaderElection: {},
  CrossNamespaceVolumeDataSource: {},
  CustomResourceFieldSelectors: { on: 31 },
  DRAAdminAccess: { on: 34 },
  DRAConsumableCapacity: { on: 36 },
  DRADerivedAttributes: {},
  DRADeviceBindingConditions: { on: 36 },
  DRADeviceCompatibilityGroups: {},
  DRADeviceTaints: { on: 36 },
  DRAExtendedResource: { on: 36 },
  DRAListTypeAttributes: {},
  DRANodeAllocatableResources: {},
  DRAOptionalNodeOperations: {},
  DRAPartitionableDevices: { on: 36 },
  DRAPartitionableDevicesType: {},
  DRAPrioritizedList: { on: 34 },
  DRAWorkloadResourceClaims: {},
  DynamicResourceAllocation: { on: 34 },
  EmptyDirVolumeMode: { since: 37 },
  EnvFiles: { on: 35 },
  EvictionRequestAPI: { since: 37 },
  GenericWorkload: {},
  GitRepoVolumeDriver: { on: 30, until: 32 },
  GRPCContainerProbeTLS: { since: 37 },
  H2CContainerProbe: { since: 37 },
  HostnameOverride: { on: 35 },
  HPAConfigurableTolerance: { on: 35 },
  HPAScaleToZero: { on: 37 },
  ImageVolume: { on: 35 },
  InPlacePodVerticalScaling: { on: 33 },
  InPlacePodVerticalScalingSchedulerPreemption: {},
  JobManagedBy: { on: 32 },
  JobSuccessPolicy: { on: 31 },
  MatchLabelKeysInPodAffinity: { on: 31 },
  MatchLabelKeysInPodTopologySpreadSelectorMerge: { on: 34 },
  MaxUnavailableStatefulSet: { on: 37 },
  MultiCIDRServiceAllocator: { on: 33 },
  MutableCSINodeAllocatableCount: { on: 35 },
  NodeDeclaredFeatures: { on: 36 },
  PodCertificateRequest: { on: 37 },
  PodLevelResources: { on: 34 },
  PodLevelResourcesFixDefaulting: { on: 37 },
  PodLifecycleSleepActionAllowZero: { on: 33 },
  PreferSameTrafficDistribution: { on: 34 },
  ProcMountType: { on: 33 },
  RecursiveReadOnlyMounts: { on: 31 },
  RelaxedDNSSearchValidation: { on: 33 },
  RelaxedEnvironmentVariableValidation: { on: 32 },
  RelaxedServiceNameValidation: { on: 36 },
  RestartAllContainersOnContainerExits: { on: 36 },
  SELinuxChangePolicy: { on: 33 },
  SELinuxMount: { on: 37 },
  ServiceTrafficDistribution: { on: 31 },
  StatefulSetRecreateStrategy: {},
  StrictIPCIDRValidation: { on: 36 },
  SupplementalGroupsPolicy: { on: 33 },
  TaintTolerationComparisonOperators: {},
  TopologyAwareWorkloadScheduling: {},
  UserNamespacesHostNetworkSupport: {},
  UserNamespacesSupport: { on: 33 },
  VolumeAttributesClass: { on: 34 },
  VolumeBindMountOptions: { since: 37 },
  VolumeLimitScaling: { on: 37 },
  WorkloadAwarePreemption: {},
  WorkloadWithJob: { since: 37 },
} satisfies { readonly [gate: string]: GateRange };

/** Name of a feature gate whose default differs between minors, or that is off in all. */
export type Gate = keyof typeof GATES;

/** Whether the gate is on by default in the minor. */
export function isOn(gate: Gate, minor: number): boolean {
  const { on, until = Infinity }: GateRange = GATES[gate];
  return on !== undefined && on <= minor && minor <= until;
}

/** Whether the minor drops what the gate guards: it knows the gate, which is off by default. */
export function isOff(gate: Gate, minor: number): boolean {
  const { since = 0 }: GateRange = GATES[gate];
  return since <= minor && !isOn(gate, minor);
}

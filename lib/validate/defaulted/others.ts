import type {
  ClusterRoleBinding,
  LimitRange,
  LimitRangeItem,
  Namespace,
  NetworkPolicy,
  PriorityClass,
  RoleBinding,
  Secret,
} from '../schema/types';
import type { Completion } from './completion';

/** SetDefaults_Namespace and namespaceStrategy.PrepareForCreate, 1.36. */
export const completeNamespace: Completion<Namespace> = (namespace) => {
  const metadata = (namespace.metadata ??= {});
  if (metadata.name) metadata.labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name };
  const finalizers = namespace.spec?.finalizers ?? [];
  namespace.spec = {
    finalizers: finalizers.includes('kubernetes') ? finalizers : [...finalizers, 'kubernetes'],
  };
  namespace.status = { phase: 'Active' };
};

/** SetDefaults_Secret, pkg/apis/core/v1 1.36; texts become data (Convert_v1_Secret_To_core_Secret). */
export const completeSecret: Completion<Secret> = (secret) => {
  secret.type ||= 'Opaque';
  const texts = Object.entries(secret.stringData ?? {}).map(([key, text]) => [
    key,
    Buffer.from(text).toString('base64'),
  ]);
  if (texts.length) secret.data = { ...secret.data, ...Object.fromEntries(texts) };
  secret.stringData = undefined;
};

/** Of secrets only their names are kept: cleanSecretReferences, pkg/registry/core/serviceaccount 1.36. */
export const completeServiceAccount: Completion<{ secrets?: { name?: string }[] }> = (account) => {
  account.secrets = account.secrets?.map(({ name }) => ({ name }));
};

/** SetDefaults_LimitRangeItem, 1.36. */
export const completeLimitRange: Completion<LimitRange> = ({ spec = {} }) =>
  spec.limits?.forEach(completeLimit);

function completeLimit(item: LimitRangeItem): void {
  if (item.type !== 'Container') return;
  item.default = { ...item.max, ...item.default };
  item.defaultRequest = { ...item.min, ...item.default, ...item.defaultRequest };
}

/** SetDefaults_NetworkPolicy, pkg/apis/networking/v1 1.36. */
export const completeNetworkPolicy: Completion<NetworkPolicy> = (policy) => {
  const spec = (policy.spec ??= {});
  const { ingress = [], egress = [] } = spec;
  for (const { ports } of [...ingress, ...egress]) {
    ports?.forEach((port) => {
      port.protocol ??= 'TCP';
    });
  }
  if (!spec.policyTypes?.length) spec.policyTypes = egress.length ? ['Ingress', 'Egress'] : ['Ingress'];
};

/** SetDefaults_IngressClass, 1.36. */
export const completeIngressClass: Completion<{ spec?: { parameters?: { scope?: string } } }> = ({
  spec,
}) => {
  if (spec?.parameters) spec.parameters.scope ??= 'Cluster';
};

/** SetDefaults_PriorityClass, pkg/apis/scheduling/v1 1.36. */
export const completePriorityClass: Completion<PriorityClass> = (object) => {
  object.preemptionPolicy ??= 'PreemptLowerPriority';
};

const RBAC = 'rbac.authorization.k8s.io';

/** SetDefaults_RoleBinding and SetDefaults_Subject, pkg/apis/rbac/v1 1.36. */
export const completeRoleBinding: Completion<RoleBinding | ClusterRoleBinding> = (binding) => {
  (binding.roleRef ??= {}).apiGroup ||= RBAC;
  for (const subject of binding.subjects ?? []) {
    if (subject.kind === 'User' || subject.kind === 'Group') subject.apiGroup ||= RBAC;
  }
};

import { Drops, nested } from '../gates/drop';
import type { CustomResourceDefinition, CustomResourceDefinitionSpec } from '../schema/types';
import type { Strategy } from './strategy';

/** All is judged but what evaluating the expressions of x-kubernetes-validations costs. */
export const CUSTOM_RESOURCE_DEFINITION: Strategy<CustomResourceDefinition> = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  generationSince: 0,
  genericMetadata: true,
  repeatsCauses: true,

  /** dropDisabledFields, pkg/registry/customresourcedefinition, apiextensions 1.30. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  /**
   * SetDefaults_CustomResourceDefinitionSpec and SetDefaults_ServiceReference, apiextensions 1.30 to 1.37.
   */
  applyDefaults(object) {
    const spec = (object.spec ??= {});
    const names = (spec.names ??= {});
    names.singular ||= names.kind?.toLowerCase();
    if (names.kind) names.listKind ||= `${names.kind}List`;
    spec.conversion ??= { strategy: 'None' };
    const service = spec.conversion.webhook?.clientConfig?.service;
    if (service) service.port ??= 443;
  },

  validate: (object, at) => rules().judgeCustomResourceDefinition(object, at),

  warn: (object, at) => rules().warnOfSchemas(object, at),

  /** PrepareForCreate, pkg/registry/customresourcedefinition, apiextensions 1.30 to 1.37. */
  complete(object) {
    const stored = object.spec?.versions?.find(({ storage }) => storage);
    object.status = { storedVersions: [stored?.name ?? ''] };
  },
};

const DROPS = new Drops<CustomResourceDefinitionSpec>([
  nested('CustomResourceFieldSelectors', 'versions.*.selectableFields'),
]);

/** Loaded with the first definition: most manifests are of other kinds. */
const rules = () =>
  require('../rules/custom-resource-definition') as typeof import('../rules/custom-resource-definition');

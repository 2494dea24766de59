import type { Strategy } from './strategy';

export const CUSTOM_RESOURCE_DEFINITION: Strategy = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  generationSince: 0,
  genericMetadata: true,
  repeatsCauses: true,
};

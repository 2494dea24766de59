export * from '../validate/rules/custom-resource-definition';

import { defineRule } from '../rule';

/** A custom resource that its CustomResourceDefinition does not take. */
export const CUSTOM_RESOURCE = defineRule({
  id: 'custom-resource',
  stage: 'judge',
  mistake: 'a value in a custom resource that the schema of its CustomResourceDefinition does not allow',
  suggestion: 'use a value that the message allows',
});

/** A rule in CEL that a custom resource does not meet. */
export const CUSTOM_RULE = defineRule({
  id: 'custom-resource-rule',
  stage: 'judge',
  mistake: 'a custom resource that breaks a rule in the `x-kubernetes-validations` of its definition',
  suggestion: 'meet the rule of its CustomResourceDefinition',
});

/** Finalizers of custom resources only cause warnings. */
export const CUSTOM_FINALIZER = defineRule({
  id: 'custom-finalizer',
  stage: 'warn',
  mistake: 'a finalizer of a custom resource that is not qualified with a domain',
  suggestion: 'prefix it with your own domain, such as `example.com/cleanup`',
});

/** Pods in custom resources: loaded with the first custom resource. */
export * from '../validate/embedded-pods/judge';

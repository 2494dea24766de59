/*
 * The commands that read manifests. They need the API's types, so they are one bundle.
 * Each is set up when it runs.
 */

export const READING = {
  annotate: () => (require('./changes/annotate') as typeof import('./changes/annotate')).annotate,
  autoscale: () => (require('./changes/autoscale') as typeof import('./changes/autoscale')).autoscale,
  expose: () => (require('./changes/expose') as typeof import('./changes/expose')).expose,
  label: () => (require('./changes/label') as typeof import('./changes/label')).label,
  patch: () => (require('./changes/patch') as typeof import('./changes/patch')).patch,
  setEnv: () => (require('./changes/set-env') as typeof import('./changes/set-env')).setEnv,
  setImage: () => (require('./changes/set-image') as typeof import('./changes/set-image')).setImage,
  setResources: () =>
    (require('./changes/set-resources') as typeof import('./changes/set-resources')).setResources,
  setSelector: () =>
    (require('./changes/set-selector') as typeof import('./changes/set-selector')).setSelector,
  setServiceAccount: () =>
    (require('./changes/set-service-account') as typeof import('./changes/set-service-account'))
      .setServiceAccount,
  setSubject: () => (require('./changes/set-subject') as typeof import('./changes/set-subject')).setSubject,
  apply: () => (require('./files/apply') as typeof import('./files/apply')).apply,
  create: () => (require('./files/create') as typeof import('./files/create')).create,
};

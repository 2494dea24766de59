/** Defaulted objects: loaded by `ManifestValidator.defaulted` and by `kubectl` with server-side dry run. */
export * from '../validate/defaulting';

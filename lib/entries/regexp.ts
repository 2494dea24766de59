/** Regular expressions of Go: loaded by schemas of custom resources and by CEL. */
export * from '../go/regexp';

/** Reading YAML: loaded when there is text to read, which constructs never need. */
export * from '../manifest/source';

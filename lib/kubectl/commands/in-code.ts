/*
 * The commands that take a manifest, as methods in code call them. They need the API's types, so they are
 * loaded when one is called.
 */

export { annotate } from './annotate/in-code';
export { autoscale } from './autoscale/in-code';
export { createJobFrom } from './create-job/in-code';
export { expose } from './expose/in-code';
export { label } from './label/in-code';
export { patch } from './patch/in-code';
export { setEnv } from './set-env/in-code';
export { setImage } from './set-image/in-code';
export { setResources } from './set-resources/in-code';
export { setSelector } from './set-selector/in-code';
export { setServiceAccount } from './set-serviceaccount/in-code';
export { setSubject } from './set-subject/in-code';

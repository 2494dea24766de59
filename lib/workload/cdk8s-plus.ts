import type * as kplus from 'cdk8s-plus-28';

/** cdk8s-plus, loaded when one of its classes is made: most apps that use this package load none. */
export const cdk8sPlus = () => require('cdk8s-plus-28') as typeof kplus;

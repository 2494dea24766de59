import { PodTemplate } from '../pod/pod-template';

/* Loading this file lets `PodTemplate.of` find the templates of constructs, of whichever library they are. */

PodTemplate._find = (construct) =>
  (require('./adopted/template-of') as typeof import('./adopted/template-of')).templateOf(construct);

/** Rules of kinds other than Pods and what contains them: loaded with the first manifest of one. */
export * from '../validate/kinds/others';

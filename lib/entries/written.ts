/** Whether kubectl reads back what synth writes: loaded for a string that it may misread. */
export * from '../written/findings';

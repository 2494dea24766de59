/** What rules of one stage find: id, the mistake, and what to do about it. */
export type Entries = readonly (readonly [id: string, mistake: string, remedy: string])[];

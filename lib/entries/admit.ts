/** What objects of a run decide about others: loaded with the first LimitRange or ResourceQuota. */
export * from '../validate/admit';

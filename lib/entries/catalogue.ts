/**
 * The rules in words: loaded by `explain-rule`, by SARIF reports, for comments that suppress findings, and
 * for a misspelt rule.
 */
export * from '../validate/catalogue/index';

export * from '../validate/rules/certificates';

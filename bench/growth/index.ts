export { DOCUMENTS } from './documents';

export { LISTS } from './lists';
export { DOCUMENTS } from './documents';

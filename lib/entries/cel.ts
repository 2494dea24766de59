/** The Common Expression Language: loaded when the first expression is compiled. */
export * from '../cel/index';

/** Writing findings in each format: loaded by `validate` when it has settings that are in order. */
export * from '../cli/validate/report';

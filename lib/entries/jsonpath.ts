/** Output by a JSONPath template: loaded when `-o jsonpath` is given. */
export * from '../kubectl/print/jsonpath/index';

/** Output by a Go template: loaded when `-o go-template` is given. */
export * from '../kubectl/print/go-template/index';

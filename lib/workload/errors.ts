import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { judgeObject, lineOf } from './judged-object';
import { Validation } from './validation';

/** The errors of an object, a line each, for its construct's validation. */
export function errorsOf(object: ApiObject, construct: IConstruct): string[] {
  return judgeObject(object, Validation._minorFor(construct), construct.node.path)
    .filter(({ level }) => level === 'error')
    .map(lineOf);
}

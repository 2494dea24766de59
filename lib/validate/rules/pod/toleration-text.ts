import { jsonList, jsonScalar, jsonStruct, STRING, unmarshal } from '../../decode/json-text';
import type { Toleration } from '../../schema/types';

const TOLERATIONS = jsonList(
  jsonStruct('core.Toleration', {
    Key: STRING,
    Operator: jsonScalar('string', 'core.TolerationOperator'),
    Value: STRING,
    Effect: jsonScalar('string', 'core.TaintEffect'),
    TolerationSeconds: jsonScalar('int64'),
  }),
);

/**
 * Tolerations written as JSON, or what Go says of a text that is none (GetTolerationsFromPodAnnotations,
 * pkg/apis/core/helper 1.36).
 */
export function tolerationsOf(text: string): readonly Toleration[] | string {
  const { value = [], problem } = unmarshal<readonly Toleration[]>(text, TOLERATIONS);
  return problem ?? value;
}

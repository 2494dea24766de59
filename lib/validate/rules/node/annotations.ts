import { jsonList, jsonScalar, jsonStruct, STRING, unmarshal } from '../../decode/json-text';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { OwnerReference, Taint } from '../../schema/types';
import { judgeTaints } from './taints';

type Annotations = { readonly [key: string]: string };

const TAINTS = 'scheduler.alpha.kubernetes.io/taints';
const AVOID_PODS = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

/** ValidateNodeSpecificAnnotations, pkg/apis/core/validation 1.36. */
export const NODE_ANNOTATIONS = defineRule<Rule<Annotations>>({
  id: 'node-annotations',
  stage: 'judge',
  mistake: 'an annotation of a Node with taints, or with Pods to avoid, that cannot be read',
  suggestion: 'use `spec.taints` instead',
  judge(annotations, at) {
    if (annotations[TAINTS]) judgeTaintsText(annotations[TAINTS], at);
    if (annotations[AVOID_PODS]) judgeAvoidPods(annotations[AVOID_PODS], at);
  },
});

/** Its type reads a string first. */
const TIME = jsonScalar('time', 'string');

const TAINT_LIST = jsonList(
  jsonStruct('core.Taint', {
    Key: STRING,
    Value: STRING,
    Effect: jsonScalar('string', 'core.TaintEffect'),
    TimeAdded: TIME,
  }),
);

/** ValidateTaintsInNodeAnnotations, 1.36. */
function judgeTaintsText(text: string, at: Field): void {
  const place = at.key(TAINTS);
  const { value: taints = [], problem } = unmarshal<readonly Taint[]>(text, TAINT_LIST);
  if (problem !== undefined) return at.shownAt(place).invalid(TAINTS, problem, USE_TAINTS);
  at.relocated(
    () => judgeTaints(taints, at.field(TAINTS)),
    () => place,
  );
}

const USE_TAINTS = { suggestion: 'use spec.taints' };

interface AvoidPods {
  readonly preferAvoidPods?: readonly {
    readonly podSignature?: { readonly podController?: OwnerReference };
  }[];
}

const BOOL = jsonScalar('bool');

/** AvoidPods, k8s.io/api/core/v1 1.36. */
const AVOID_PODS_TYPE = jsonStruct('v1.AvoidPods', {
  preferAvoidPods: jsonList(
    jsonStruct('v1.PreferAvoidPodsEntry', {
      podSignature: jsonStruct('v1.PodSignature', {
        podController: jsonStruct('v1.OwnerReference', {
          apiVersion: STRING,
          kind: STRING,
          name: STRING,
          uid: jsonScalar('string', 'types.UID'),
          controller: BOOL,
          blockOwnerDeletion: BOOL,
        }),
      }),
      evictionTime: TIME,
      reason: STRING,
      message: STRING,
    }),
  ),
});

/** ValidateAvoidPodsInNodeAnnotations, 1.36. A server breaks off where `controller` is missing. */
function judgeAvoidPods(text: string, at: Field): void {
  const place = at.key(AVOID_PODS);
  const { value, problem } = unmarshal<AvoidPods>(text, AVOID_PODS_TYPE);
  if (problem !== undefined) {
    return at.field('AvoidPods').shownAt(place).invalid(AVOID_PODS, problem, USE_TAINTS);
  }
  value?.preferAvoidPods?.forEach(({ podSignature: { podController } = {} }, index) => {
    const signature = at.field(AVOID_PODS).index(index).field('PodSignature').shownAt(place);
    if (!podController) {
      signature.required('', USE_TAINTS);
    } else if (!podController.controller) {
      const flag = signature.field('PodController', 'Controller');
      flag.invalid(false, 'must point to a controller', USE_TAINTS);
    }
  });
}

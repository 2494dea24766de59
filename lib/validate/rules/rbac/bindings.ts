import { among } from '../../among';
import type { Field } from '../../field';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { goPlain } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { RoleRef, Subject } from '../../schema/types';
import { isDeclared } from '../declared';
import { PATH_SEGMENT_NAME } from '../names';

/** The API group of roles, and of users and groups as subjects. */
export const RBAC = 'rbac.authorization.k8s.io';

export interface RoleRefSubject {
  readonly roleRef: RoleRef;
  readonly namespaced: boolean;
}

/**
 * The role of a binding: ValidateRoleBinding and ValidateClusterRoleBinding, pkg/apis/rbac/validation 1.30 to
 * 1.37. Whether it exists is not known.
 */
export const ROLE_REF = defineRule<Rule<RoleRefSubject>>({
  id: 'role-ref',
  stage: 'judge',
  mistake: 'a `roleRef` without a name, or one that names something other than a role',
  suggestion: 'name a Role or ClusterRole; a ClusterRoleBinding takes a ClusterRole',
  judge({ roleRef: { apiGroup = '', kind = '', name = '' }, namespaced }, at) {
    if (apiGroup !== RBAC) {
      at.field('apiGroup').notSupported(goPlain(apiGroup), [RBAC], { suggestion: `use "${RBAC}"` });
    }
    const kinds = namespaced ? ['Role', 'ClusterRole'] : ['ClusterRole'];
    if (!kinds.includes(kind)) at.field('kind').notSupported(goPlain(kind), kinds);
    if (name) at.field('name').invalidEach(name, PATH_SEGMENT_NAME(name));
    else if (!isDeclared(at)) at.field('name').required();
  },
});

export interface SubjectsSubject {
  readonly subjects?: readonly Subject[];
  readonly namespaced: boolean;
}

/** Who is bound: ValidateRoleBindingSubject, pkg/apis/rbac/validation 1.30 to 1.37. */
export const SUBJECTS = defineRule<Rule<SubjectsSubject>>({
  id: 'role-subjects',
  stage: 'judge',
  mistake: 'a subject of a binding without a name, or with a wrong kind, API group or namespace',
  suggestion:
    'name a ServiceAccount with its `namespace` and no `apiGroup`, or a User or Group of the API group `rbac.authorization.k8s.io`',
  judge({ subjects = [], namespaced }, at) {
    subjects.forEach((subject, index) => {
      if (!isDeclared(at)) judgeName(subject, at.index(index));
      judgeSubject(subject, namespaced, at.index(index));
    });
  },
});

/**
 * Missing names, as servers of 1.37 and later report them: Validate_Subject and Validate_RoleRef,
 * pkg/apis/rbac/v1 1.37.
 */
export const DECLARED_SUBJECT_NAMES: Rule<readonly Subject[] | undefined> = {
  id: SUBJECTS.id,
  judge(subjects = [], at) {
    if (isDeclared(at)) subjects.forEach((subject, index) => judgeName(subject, at.index(index)));
  },
};

export const DECLARED_ROLE_NAME: Rule<RoleRef> = {
  id: ROLE_REF.id,
  judge({ name }, at) {
    if (isDeclared(at) && !name) at.field('name').required();
  },
};

function judgeName({ name }: Subject, at: Field): void {
  if (!name) at.field('name').required();
}

const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];

function judgeSubject(
  { apiGroup = '', kind = '', name = '', namespace }: Subject,
  namespaced: boolean,
  at: Field,
): void {
  const group = at.field('apiGroup');
  if (kind === 'ServiceAccount') {
    if (name) at.field('name').invalidEach(name, dnsSubdomain(name));
    if (apiGroup) {
      group.notSupported(goPlain(apiGroup), [''], {
        suggestion: 'remove apiGroup: ServiceAccounts have none',
      });
    }
    if (!namespaced && !namespace) at.field('namespace').required();
  } else if (!SUBJECT_KINDS.includes(kind)) {
    at.field('kind').notSupported(goPlain(kind), SUBJECT_KINDS, among(kind, SUBJECT_KINDS));
  } else if (apiGroup !== RBAC) {
    group.notSupported(goPlain(apiGroup), [RBAC], { suggestion: `use "${RBAC}", or remove apiGroup` });
  }
}

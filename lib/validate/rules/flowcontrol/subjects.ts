import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import type { FlowcontrolV1Subject, ServiceAccountSubject } from '../../schema/types';

/** The field of a subject that each kind uses. */
const FIELDS = { Group: 'group', ServiceAccount: 'serviceAccount', User: 'user' } as const;

/** Kinds in the order in which a server looks for fields of other kinds. */
const OTHERS = {
  Group: ['ServiceAccount', 'User'],
  ServiceAccount: ['User', 'Group'],
  User: ['ServiceAccount', 'Group'],
} as const;

type SubjectKind = keyof typeof FIELDS;

const isKind = (kind: string): kind is SubjectKind => Object.hasOwn(FIELDS, kind);

export function judgeSubjects(subjects: readonly FlowcontrolV1Subject[], at: Field): void {
  if (!subjects.length) at.required('subjects must contain at least one value');
  subjects.forEach((subject, index) => judgeSubject(subject, at.index(index)));
}

/** ValidateFlowSchemaSubject, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeSubject(subject: FlowcontrolV1Subject, at: Field): void {
  const { kind = '' } = subject;
  if (!isKind(kind)) return at.field('kind').notSupported(kind, Object.keys(FIELDS));
  judgeOwn(subject, kind, at.field(FIELDS[kind]));
  for (const other of OTHERS[kind]) {
    const field = FIELDS[other];
    if (subject[field]) {
      at.field(field).forbidden(`${field} is forbidden when subject kind is not '${other}'`);
    }
  }
}

function judgeOwn(subject: FlowcontrolV1Subject, kind: SubjectKind, at: Field): void {
  const named = subject[FIELDS[kind]];
  if (!named) return at.required(`${FIELDS[kind]} is required when subject kind is '${kind}'`);
  if (kind === 'ServiceAccount') judgeAccount(named, at);
  else if (!named.name) at.field('name').required();
}

/** ValidateServiceAccountSubject, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
function judgeAccount({ name, namespace }: ServiceAccountSubject, at: Field): void {
  if (!name) at.field('name').required();
  else if (name !== '*') at.field('name').invalidEach(name, dnsSubdomain(name));
  if (namespace) at.field('namespace').invalidEach(namespace, dnsLabel(namespace));
  else at.field('namespace').required('must specify namespace for service account');
}

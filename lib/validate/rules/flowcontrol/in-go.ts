import { GoValue } from '../../../go/format';
import { list, listOf, named, number, pointer, struct } from '../../../go/value';

/** Fields of the internal types, pkg/apis/flowcontrol 1.30 to 1.37, in their order, each with its Go type. */
const TYPES: { readonly [type: string]: { readonly [field: string]: string } } = {
  FlowSchemaSpec: {
    PriorityLevelConfiguration: 'PriorityLevelConfigurationReference',
    MatchingPrecedence: 'int32',
    DistinguisherMethod: '*FlowDistinguisherMethod',
    Rules: '[]PolicyRulesWithSubjects',
  },
  PriorityLevelConfigurationReference: { Name: 'string' },
  FlowDistinguisherMethod: { Type: 'string' },
  PolicyRulesWithSubjects: {
    Subjects: '[]Subject',
    ResourceRules: '[]ResourcePolicyRule',
    NonResourceRules: '[]NonResourcePolicyRule',
  },
  Subject: {
    Kind: 'string',
    User: '*UserSubject',
    Group: '*GroupSubject',
    ServiceAccount: '*ServiceAccountSubject',
  },
  UserSubject: { Name: 'string' },
  GroupSubject: { Name: 'string' },
  ServiceAccountSubject: { Namespace: 'string', Name: 'string' },
  ResourcePolicyRule: {
    Verbs: '[]string',
    APIGroups: '[]string',
    Resources: '[]string',
    ClusterScope: 'bool',
    Namespaces: '[]string',
  },
  NonResourcePolicyRule: { Verbs: '[]string', NonResourceURLs: '[]string' },
  PriorityLevelConfigurationSpec: {
    Type: 'string',
    Limited: '*LimitedPriorityLevelConfiguration',
    Exempt: '*ExemptPriorityLevelConfiguration',
  },
  LimitedPriorityLevelConfiguration: {
    NominalConcurrencyShares: 'int32',
    LimitResponse: 'LimitResponse',
    LendablePercent: '*int32',
    BorrowingLimitPercent: '*int32',
  },
  ExemptPriorityLevelConfiguration: { NominalConcurrencyShares: '*int32', LendablePercent: '*int32' },
  LimitResponse: { Type: 'string', Queuing: '*QueuingConfiguration' },
  QueuingConfiguration: { Queues: 'int32', HandSize: 'int32', QueueLengthLimit: 'int32' },
};

/** A value of the API as a server shows it, which is as one of its internal types. */
export function inGo(type: string, value: unknown): GoValue {
  if (type.startsWith('*')) {
    const target = type.slice(1);
    return pointer(value === undefined ? undefined : inGo(target, value), goName(target));
  }
  if (type === '[]string') return list(value as string[] | undefined, 'string');
  if (type.startsWith('[]')) {
    const item = type.slice(2);
    return listOf(
      (value as unknown[] | undefined)?.map((element) => inGo(item, element)),
      goName(item),
    );
  }
  if (type in TYPES) return inStruct(type, (value ?? {}) as { readonly [field: string]: unknown });
  return scalar(type, value);
}

const inStruct = (type: string, value: { readonly [field: string]: unknown }) =>
  struct(
    goName(type),
    Object.fromEntries(
      Object.entries(TYPES[type]).map(([field, fieldType]) => [
        field,
        inGo(fieldType, value[jsonName(field)]),
      ]),
    ),
  );

function scalar(type: string, value: unknown): GoValue {
  if (type === 'string') return named(value as string | undefined);
  if (type === 'bool') return new GoValue(value ?? false, String(value ?? false));
  return number((value as number | undefined) ?? 0);
}

const goName = (type: string) => (type in TYPES ? `flowcontrol.${type}` : type);

/** `APIGroups` is `apiGroups`. */
const jsonName = (field: string) =>
  field.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());

/**
 * Whether two values of a type are the same to a server: lists that are empty are as none
 * (equality.Semantic.DeepEqual, apimachinery 1.36).
 */
export const isSame = (type: string, one: unknown, other: unknown) =>
  withoutEmptyLists(inGo(type, one)) === withoutEmptyLists(inGo(type, other));

const withoutEmptyLists = ({ value }: GoValue) =>
  JSON.stringify(value, (_, item) => (Array.isArray(item) && !item.length ? null : item));

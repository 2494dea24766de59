import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import { isMap, withSortedKeys } from '../../go/sorted-keys';
import { goTextWithIntegers, reflectedType } from '../../go/print';
import { setOwn } from '../../object/set-own';
import { DELETE_FROM, DIRECTIVE, ELEMENT_ORDER, RETAIN_KEYS } from './directives';
import { withoutItems, itemKind, mergedScalars, inMergeOrder } from './list-merge';
import { jsonOf } from './json-text';
import type { PatchField, PatchSchema } from './patch-schema';

/** Applies a strategic merge patch (StrategicMergePatch, apimachinery strategicpatch 1.36). */
export function strategicPatch(document: JsonObject, text: string, schema: PatchSchema): JsonObject {
  const patch = jsonOf(text, () => new KubectlError(BAD_JSON)) ?? {};
  if (!isMap(patch)) throw new KubectlError(BAD_JSON);
  return mergeMap(withSortedKeys(document) as JsonObject, patch, schema);
}

const BAD_JSON = 'invalid JSON document';

/** Both may be changed. */
function mergeMap(original: JsonObject, patch: JsonObject, schema: PatchSchema): JsonObject {
  if (Object.hasOwn(patch, DIRECTIVE)) return directed(patch);
  retainKeys(original, patch);
  for (const key of Object.keys(patch).filter((name) => name.startsWith(ELEMENT_ORDER))) {
    orderField(original, patch, key, schema);
  }
  for (const [key, value] of Object.entries(patch)) mergeField(original, key, value, schema);
  return original;
}

/** A patch that says what becomes of the whole map. */
function directed({ [DIRECTIVE]: directive, ...patch }: JsonObject): JsonObject {
  if (directive === 'replace') return patch;
  if (directive === 'delete') return {};
  throw badDirective(directive, { ...patch, [DIRECTIVE]: directive });
}

const badDirective = (directive: unknown, patch: JsonObject) =>
  new KubectlError(
    `unknown patch type: ${typeof directive === 'string' ? directive : `%!s(${reflectedType(directive)}=${goTextWithIntegers(directive)})`} in map: ${goTextWithIntegers(patch)}`,
  );

function retainKeys(original: JsonObject, patch: JsonObject): void {
  const retained = patch[RETAIN_KEYS];
  if (retained === undefined) return;
  delete patch[RETAIN_KEYS];
  const allowed = new Set(Array.isArray(retained) ? (retained as unknown[]) : []);
  const rejected = (key: string) => !allowed.has(key);
  const set = Object.keys(patch).filter(
    (key) => patch[key] !== null && !key.startsWith(DELETE_FROM) && !key.startsWith(ELEMENT_ORDER),
  );
  if (!Array.isArray(retained) || set.some(rejected)) {
    throw new KubectlError('invalid patch format of retainKeys');
  }
  for (const key of Object.keys(original).filter(rejected)) delete original[key];
}

/** A list whose order the patch gives: it is merged at once (mergePatchIntoOriginal). */
function orderField(original: JsonObject, patch: JsonObject, directive: string, schema: PatchSchema): void {
  const order = listIn(patch[directive]);
  delete patch[directive];
  const key = keyIn(directive, ELEMENT_ORDER, 'invalid patch format of setElementOrder list');
  const live = Object.hasOwn(original, key) ? listIn(original[key]) : undefined;
  const change = Object.hasOwn(patch, key) ? listIn(patch[key]) : undefined;
  const field = schema.listField(key);
  checkOrder(change, order, field.key);
  if (!live && !change) return;
  const merged =
    live && change
      ? mergeList(live, change, field, false)
      : (live ?? (withoutDirectives(change) as unknown[]));
  setOwn(
    original,
    key,
    inMergeOrder(merged, order, live ?? [], field.key, itemKind(live ?? [], change ?? [])),
  );
  delete patch[key];
}

function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw badType('[]interface {}', value);
}

const badType = (expected: string, value: unknown) =>
  new KubectlError(`expected a ${expected}, but received a ${reflectedType(value)}`);

function keyIn(directive: string, prefix: string, problem: string): string {
  if (!directive.startsWith(`${prefix}/`)) throw new KubectlError(problem);
  return directive.slice(prefix.length + 1);
}

/**
 * The items of a patch must be in the order that it gives, and none may be without a place
 * (validatePatchWithSetOrderList).
 */
function checkOrder(change: unknown[] | undefined, order: readonly unknown[], mergeKey: string): void {
  if (!change?.length || !order.length) return;
  const left = change
    .filter((item) => !(mergeKey && mapIn(item)[DIRECTIVE] === 'delete'))
    .filter((item) => !(isMap(item) && DIRECTIVE in item));
  let at = 0;
  for (const place of order) if (at < left.length && sameItem(left[at], place, mergeKey)) at++;
  if (at < left.length) {
    throw new KubectlError(
      `The order in patch list:\n${goTextWithIntegers(change)}\n doesn't match ${ELEMENT_ORDER} list:\n${goTextWithIntegers(order)}\n`,
    );
  }
}

function mapIn(value: unknown): JsonObject {
  if (isMap(value)) return value;
  throw badType('map[string]interface {}', value);
}

function sameItem(item: unknown, place: unknown, mergeKey: string): boolean {
  return mergeKey ? keyValue(mapIn(item), mergeKey) === keyValue(mapIn(place), mergeKey) : item === place;
}

function keyValue(item: JsonObject, mergeKey: string): unknown {
  if (!Object.hasOwn(item, mergeKey)) throw noKey(item, mergeKey);
  return item[mergeKey];
}

const noKey = (item: JsonObject, mergeKey: string) =>
  new KubectlError(`map: ${goTextWithIntegers(item)} does not contain declared merge key: ${mergeKey}`);

function mergeField(original: JsonObject, name: string, change: unknown, schema: PatchSchema): void {
  const deletes = name.startsWith(DELETE_FROM);
  const key = deletes ? keyIn(name, DELETE_FROM, 'invalid patch format of primitive list') : name;
  if (change === null) return void delete original[key];
  const live = Object.hasOwn(original, key) ? original[key] : undefined;
  if (isMap(live) && isMap(change)) {
    return setOwn(original, key, mergeMapField(live, change, schema.field(key)));
  }
  if (Array.isArray(live) && Array.isArray(change)) {
    return setOwn(original, key, mergeListField(live, change, schema.listField(key), deletes));
  }
  if (deletes) return;
  const value = withoutDirectives(withoutNulls(change));
  if (value === undefined) delete original[key];
  else setOwn(original, key, value);
}

const mergeMapField = (live: JsonObject, change: JsonObject, field: PatchField) =>
  strategyOf(field) === 'replace' ? change : mergeMap(live, change, field.schema);

const mergeListField = (live: unknown[], change: unknown[], field: PatchField, deletes: boolean) =>
  strategyOf(field) === 'merge' || deletes ? mergeList(live, change, field, deletes) : change;

/** What is done beside retaining keys (extractRetainKeysPatchStrategy). */
const strategyOf = ({ strategies }: PatchField) => strategies.find((strategy) => strategy !== 'retainKeys');

function mergeList(live: unknown[], change: unknown[], field: PatchField, deletes: boolean): unknown[] {
  if (!live.length && !change.length) return live;
  const kind = itemKind(live, change);
  if (kind !== 'map') {
    return deletes
      ? withoutItems(live, change)
      : inMergeOrder(mergedScalars(live, change), change, live, field.key, kind);
  }
  if (!field.key) throw new KubectlError(`cannot merge lists without merge key for ${field.schema.kind}`);
  const { remaining, changes } = withoutDeleted(live as JsonObject[], change as JsonObject[], field.key);
  return inMergeOrder(mergeItems(remaining, changes, field), changes, remaining, field.key, kind);
}

/**
 * Items of a patch with a directive: those that delete are carried out, and one that replaces leaves nothing
 * of the list.
 */
function withoutDeleted(
  live: JsonObject[],
  change: readonly JsonObject[],
  mergeKey: string,
): { readonly remaining: JsonObject[]; readonly changes: JsonObject[] } {
  const deleted = new Set<unknown>();
  for (const item of change) {
    const directive = item[DIRECTIVE];
    if (directive === 'delete') {
      deleted.add(keyValue(item, mergeKey));
    } else if (directive === 'merge') {
      throw new KubectlError('merging lists cannot yet be specified in the patch');
    } else if (Object.hasOwn(item, DIRECTIVE) && directive !== 'replace') {
      throw badDirective(directive, item);
    }
  }
  const remaining = deleted.size
    ? live.filter((item) => !Object.hasOwn(item, mergeKey) || !deleted.has(item[mergeKey]))
    : live;
  const changes = change.filter((item) => !Object.hasOwn(item, DIRECTIVE));
  return change.some((item) => item[DIRECTIVE] === 'replace')
    ? { remaining: changes, changes: [] }
    : { remaining, changes };
}

function mergeItems(
  live: readonly JsonObject[],
  changes: readonly JsonObject[],
  { key, schema }: PatchField,
): JsonObject[] {
  const merged = [...live];
  const places = new Map<unknown, number>();
  live.forEach((item, at) => {
    if (Object.hasOwn(item, key) && !places.has(item[key])) places.set(item[key], at);
  });
  for (const change of changes) {
    const value = keyValue(change, key);
    const at = places.get(value);
    if (at === undefined) places.set(value, merged.push(change) - 1);
    else merged[at] = mergeMap(merged[at], change, schema);
  }
  return merged;
}

/** Nulls in maps say what is to be removed, of which there is nothing (discardNullValuesFromPatch). */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  return isMap(value) ? mapped(value, (item) => (item === null ? undefined : withoutNulls(item))) : value;
}

/**
 * What is left of a value that is taken from a patch as it stands; undefined if that is nothing
 * (removeDirectives).
 */
function withoutDirectives(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDirectives).filter((item) => item !== undefined);
  if (!isMap(value)) return value;
  return Object.hasOwn(value, DIRECTIVE) ? undefined : mapped(value, withoutDirectives);
}

function mapped(map: JsonObject, change: (value: unknown) => unknown): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(map)) {
    const changed = change(value);
    if (changed !== undefined) setOwn(result, key, changed);
  }
  return result;
}

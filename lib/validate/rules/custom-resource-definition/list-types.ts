import { itemsOf, propertyOf, type Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { goString } from '../../../go/format';
import { list, NIL } from '../../../go/value';
import { shownItems } from './shown';
import { judgeOther } from './structure';

/** What the extensions of maps need; before it, the one that must not be false. */
export function judgeMaps(schema: Schema, at: Field): void {
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    at.field('x-kubernetes-preserve-unknown-fields').invalid(false, 'must be true or undefined', {
      suggestion: 'remove x-kubernetes-preserve-unknown-fields',
    });
  }
  const mapType = schema['x-kubernetes-map-type'];
  if (mapType === undefined) return;
  const { type = '' } = schema;
  if (type !== 'object') {
    judgeOther(type, 'must be object if x-kubernetes-map-type is specified', at.field('type'));
  }
  if (mapType !== 'atomic' && mapType !== 'granular') {
    at.field('x-kubernetes-map-type').notSupported(mapType, ['atomic', 'granular']);
  }
}

const LIST_TYPES = ['atomic', 'set', 'map'];

/** What x-kubernetes-list-type and x-kubernetes-list-map-keys need of a list and its items. */
export function judgeLists(schema: Schema, at: Field): void {
  const listType = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const place = at.field('x-kubernetes-list-type');
  if (listType !== undefined) judgeListType(schema, listType, at);
  if (keys.length && listType !== 'map') {
    const detail = 'must be map if x-kubernetes-list-map-keys is non-empty';
    if (listType === undefined) place.required(detail, { suggestion: 'set x-kubernetes-list-type: map' });
    else place.invalid(listType, detail);
  }
  if (listType === 'map') judgeListMap(schema, keys, at);
  if (listType === 'map' || listType === 'set') judgeNullable(schema, listType, keys, at.field('items'));
}

function judgeListType(schema: Schema, listType: string, at: Field): void {
  const { type = '' } = schema;
  const items = itemsOf(schema);
  if (type !== 'array') {
    judgeOther(type, 'must be array if x-kubernetes-list-type is specified', at.field('type'));
  } else if (listType === 'set' && items) {
    judgeItemsOfSet(items, at.field('items'));
  }
  if (!LIST_TYPES.includes(listType)) at.field('x-kubernetes-list-type').notSupported(listType, LIST_TYPES);
}

/** Items are compared as a whole. */
function judgeItemsOfSet(items: Schema, at: Field): void {
  const detail = 'must be atomic as item of a list with x-kubernetes-list-type=set';
  const listType = items['x-kubernetes-list-type'];
  if (items.type === 'array' && listType !== undefined && listType !== 'atomic') {
    at.field('x-kubernetes-list-type').invalid(pointed(listType), detail);
  }
  if (items.type === 'object' && items['x-kubernetes-map-type'] !== 'atomic') {
    at.field('x-kubernetes-map-type').invalid(pointed(listType), detail, {
      suggestion: 'set x-kubernetes-map-type: atomic for the items',
    });
  }
}

/** What a pointer to a text leads to. */
const pointed = (text: string | undefined) => (text === undefined ? NIL : goString(text));

function judgeListMap(schema: Schema, keys: readonly string[], at: Field): void {
  const place = at.field('items');
  const items = itemsOf(schema);
  if (!keys.length) {
    at.field('x-kubernetes-list-map-keys').required('must not be empty if x-kubernetes-list-type is map');
  }
  if (schema.items === undefined) {
    place.required('must have a schema if x-kubernetes-list-type is map');
  } else if (!items) {
    place.invalid(
      shownItems(schema.items),
      'must only have a single schema if x-kubernetes-list-type is map',
    );
  } else if (items.type !== 'object') {
    place
      .field('type')
      .invalid(items.type ?? '', "must be object if parent array's x-kubernetes-list-type is map");
  } else {
    judgeKeys(items, keys, at);
  }
}

function judgeKeys(items: Schema, keys: readonly string[], at: Field): void {
  const place = at.field('x-kubernetes-list-map-keys');
  const seen = new Set<string>();
  for (const key of keys) {
    const property = propertyOf(items, key);
    if (!property) {
      place.invalid(list(keys, 'string'), 'entries must all be names of item properties');
    } else if (property.type === 'array' || property.type === 'object') {
      at.field('items', 'properties')
        .key(key)
        .field('type')
        .invalid(items.type, "must be a scalar type if parent array's x-kubernetes-list-type is map");
    }
    if (seen.has(key)) place.invalid(list(keys, 'string'), 'must not contain duplicate entries');
    seen.add(key);
  }
}

/** validateMapListKeysMapSet. */
function judgeNullable(schema: Schema, listType: string, keys: readonly string[], at: Field): void {
  const items = itemsOf(schema);
  if (!items) return;
  if (items.nullable) {
    at.field('nullable').forbidden(`cannot be nullable when x-kubernetes-list-type is ${listType}`);
  }
  for (const key of listType === 'map' ? keys : []) {
    const property = propertyOf(items, key);
    if (property) judgeKey(property, key, items.required ?? [], at.field('properties').key(key));
  }
}

const IS_KEY = 'this property is in x-kubernetes-list-map-keys, so it';

function judgeKey(property: Schema, key: string, required: readonly string[], at: Field): void {
  if (!required.includes(key) && property.default === undefined) {
    at.field('default').required(`${IS_KEY} must have a default or be a required property`, {
      suggestion: `set default, or add ${key} to required of the items`,
    });
  }
  if (property.nullable) at.field('nullable').forbidden(`${IS_KEY} cannot be nullable`);
}

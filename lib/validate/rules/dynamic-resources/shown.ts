import { quantity } from '../../../apimachinery/parse-quantity';
import { compareBytes, GoValue } from '../../../go/format';
import { goJson } from '../../../go/marshal';
import type {
  CounterSet,
  DeviceCounterConsumption,
  DeviceRequest,
  DeviceSubRequest,
} from '../../schema/types';

/**
 * Fields in Go's order, of the structs in lists whose items may not be repeated, and of what they hold. After
 * `=` stands what a field holds, if it is not written as it is; `{}` is a map. `!` stands after fields that
 * are written even if they are empty.
 */
const STRUCTS: { readonly [struct: string]: string } = {
  DeviceRequest: 'name! exactly=ExactDeviceRequest firstAvailable=DeviceSubRequest',
  ExactDeviceRequest:
    'deviceClassName! selectors=DeviceSelector allocationMode count adminAccess tolerations=DeviceToleration capacity=CapacityRequirements',
  DeviceSubRequest:
    'name! deviceClassName! selectors=DeviceSelector allocationMode count tolerations=DeviceToleration capacity=CapacityRequirements',
  DeviceSelector: 'cel=CELDeviceSelector',
  CELDeviceSelector: 'expression!',
  DeviceToleration: 'key operator value effect tolerationSeconds',
  CapacityRequirements: 'requests={}Quantity',
  CounterSet: 'name! counters={}Counter',
  DeviceCounterConsumption: 'counterSet! counters={}Counter',
  Counter: 'value!=Quantity',
};

/** A number that Go holds as a pointer: it is written if it is there. */
const POINTER = 'tolerationSeconds';

type Struct = { readonly [field: string]: unknown };

export const shownRequest = (request: DeviceRequest) => shown(request, 'DeviceRequest');
export const shownSubRequest = (request: DeviceSubRequest) => shown(request, 'DeviceSubRequest');
export const shownCounterSet = (set: CounterSet) => shown(set, 'CounterSet');
export const shownConsumption = (consumption: DeviceCounterConsumption) =>
  shown(consumption, 'DeviceCounterConsumption');

/** An object as a server shows it whose API tags judge it. */
function shown(object: object, struct: string): GoValue {
  const text = goJson(written(object, struct));
  return new GoValue(object, text, text);
}

function written(value: unknown, form: string | undefined): unknown {
  if (form === undefined) return value;
  if (form === 'Quantity') return quantity(value as string | undefined).toString();
  if (Array.isArray(value)) return value.map((item) => written(item, form));
  const object = value as Struct;
  const fields = form.startsWith('{}') ? mapOf(object, form.slice(2)) : structOf(object, STRUCTS[form]);
  return Object.fromEntries(fields);
}

type Fields = readonly (readonly [name: string, value: unknown])[];

const mapOf = (map: Struct, item: string): Fields =>
  Object.keys(map)
    .sort(compareBytes)
    .map((key) => [key, written(map[key], item)]);

const structOf = (object: Struct, fields: string): Fields =>
  fields.split(' ').flatMap((text): Fields => {
    const [, name, always, form] = /^(\w+)(!?)(?:=(.*))?$/.exec(text)!;
    const value = object[name];
    if (always) return [[name, written(value ?? '', form)]];
    return isEmpty(value, name) ? [] : [[name, written(value, form)]];
  });

function isEmpty(value: unknown, name: string): boolean {
  if (value === undefined || value === '') return true;
  if (value === 0) return name !== POINTER;
  return Array.isArray(value) ? !value.length : isEmptyMap(value, name);
}

/** Structs are held as pointers, so that only a map may be empty. */
const isEmptyMap = (value: unknown, name: string): boolean =>
  /^(counters|requests)$/.test(name) && !Object.keys(value as object).length;

import { GoValue } from '../../../go/format';
import { goJson } from '../../../go/marshal';
import { byteLength } from '../../../apimachinery/messages';
import { semanticVersion } from '../../../apimachinery/semantic-version';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DeviceAttribute } from '../../schema/types';

const VALUE_LIMIT = 64;

/** The fields that hold a value, with their names in Go. */
const VALUES = [
  ['int', 'IntValue'],
  ['bool', 'BoolValue'],
  ['string', 'StringValue'],
  ['version', 'VersionValue'],
] as const;

/** Lists of values, which no server keeps: the feature gate DRAListTypeAttributes is off. */
const LISTS = [
  ['ints', 'IntValues'],
  ['bools', 'BoolValues'],
  ['strings', 'StringValues'],
  ['versions', 'VersionValues'],
] as const;

/** validateDeviceAttribute, 1.36. */
export const DEVICE_ATTRIBUTE = defineRule<Rule<DeviceAttribute>>({
  id: 'device-attribute',
  stage: 'judge',
  mistake: 'an attribute of a device with no value or several, or with one that is malformed or too long',
  suggestion: 'set one of `int`, `bool`, `string` and `version`; versions are like "1.2.3"',
  judge({ string, version }, at) {
    if (string !== undefined && byteLength(string) > VALUE_LIMIT) at.field('string').tooLong(VALUE_LIMIT);
    if (version !== undefined) judgeVersion(version, at.field('version'));
  },
});

function judgeVersion(version: string, at: Field): void {
  at.invalidEach(version, semanticVersion(version));
  if (byteLength(version) > VALUE_LIMIT) at.tooLong(VALUE_LIMIT);
}

const HINT = { suggestion: 'set one of int, bool, string and version' };

/** How many values it has: the end of validateDeviceAttribute, 1.36. */
export const ONE_VALUE: Rule<DeviceAttribute> = {
  id: DEVICE_ATTRIBUTE.id,
  judge(attribute, at) {
    const count = valuesOf(attribute).length;
    if (count === 1) return;
    const text = 'exactly one value must be specified';
    if (count) at.invalid(shown(attribute, at.minor), text, HINT);
    else if (at.minor < 35) at.required(text, HINT);
    else at.invalid('', text, HINT);
  },
};

/** The same as the API's tags judge it: Validate_DeviceAttribute, 1.37. */
export const DECLARED_ATTRIBUTE: Rule<DeviceAttribute> = {
  id: DEVICE_ATTRIBUTE.id,
  judge(attribute, at) {
    const names = valuesOf(attribute).map(([name]) => name);
    if (names.length === 1) return;
    const all = [...VALUES, ...LISTS].map(([name]) => `\`${name}\``).join(', ');
    if (names.length) at.invalid(`{${names.join(', ')}}`, `must specify exactly one of: ${all}`, HINT);
    else at.invalid('', `must specify one of: ${all}`, HINT);
  },
};

const valuesOf = (attribute: DeviceAttribute) => VALUES.filter(([name]) => attribute[name] !== undefined);

function shown(attribute: DeviceAttribute, minor: number): GoValue {
  const fields = minor >= 36 ? [...VALUES, ...LISTS] : VALUES;
  const text = goJson(Object.fromEntries(fields.map(([name, goName]) => [goName, attribute[name] ?? null])));
  return new GoValue(attribute, text, text);
}

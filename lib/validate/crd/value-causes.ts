import { json } from '../../go/format';
import type { Field } from '../field';
import { goJson } from '../../go/marshal';
import { shownValue } from './shown-value';
import type { Result, ValueError, Way } from './values/result';

/**
 * Reports what is wrong with a value (kubeOpenAPIResultToFieldErrors, pkg/apiserver/validation 1.30 to 1.37).
 */
export function reportValueErrors(result: Result, at: Field): void {
  for (const error of result.errors) report(error, placeOf(error, at));
}

/** A server appends the name as it is. */
function placeOf({ name, way }: ValueError, at: Field): Field {
  const text = name.replace(/^\./, '');
  const named = text ? at.field(text) : namedPlace(at);
  return way.length || at.isRoot() ? named.shownAt(follow(at, way)) : named;
}

/** What a server calls the object itself. */
const NO_PATH = '<nil>';

/** A place, with the name that a server gives the object itself. */
export const namedPlace = (at: Field): Field => (at.isRoot() ? at.field(NO_PATH).shownAt(at) : at);

const follow = (at: Field, way: Way): Field =>
  way.reduce<Field>((place, step) => (typeof step === 'number' ? place.index(step) : place.field(step)), at);

function report({ reason, message, value, valid }: ValueError, at: Field): void {
  switch (reason) {
    case 'required':
      return at.required();
    case 'enum':
      return reportEnum(value, valid as readonly unknown[], at);
    case 'tooLong':
      return at.tooLongMaxLength(valid as number);
    case 'tooMany':
      return at.tooMany(value as number, valid as number);
    case 'type':
      return at.typeInvalid(value || '', message);
    case 'whole':
      return at.invalid('', message);
    case 'invalid':
      return at.invalid(shownValue(value), message);
  }
}

function reportEnum(value: unknown, values: readonly unknown[], at: Field): void {
  const words = values.map((each) => (typeof each === 'string' ? each : goJson(each)));
  at.notSupported(shownValue(value), words, { word: typeof value === 'string' ? value : json(value) });
}

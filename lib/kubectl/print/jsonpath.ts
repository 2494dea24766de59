import type { JsonObject } from '../go/object';

export function jsonPathForm(_text: string, _missingAllowed: boolean, _asJson: boolean): (manifest: JsonObject) => string {
  throw new Error('jsonpath');
}

import type { JsonObject } from '../go/object';

export function goTemplateForm(_text: string, _missingAllowed: boolean): (manifest: JsonObject) => string {
  throw new Error('go-template');
}

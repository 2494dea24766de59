import { indentedJson } from '../../go/marshal';
import type { JsonObject } from '../../go/object';

/** The JSON printer. */
export const toJson = (manifest: JsonObject) => `${indentedJson(manifest)}\n`;

import type { JsonObject } from '../go/object';
import type { Options } from './option-flags';
import { withSavedConfig } from './saved-config';

/** A manifest, and warnings that came up on the way. */
export interface GeneratedManifest {
  readonly manifest: JsonObject;
  readonly warnings: string[];
}

/** Makes a manifest as the options ask for it. */
export function generatedManifest(
  options: Options,
  make: (warn: (text: string) => void) => JsonObject,
): GeneratedManifest {
  const warnings: string[] = [];
  const manifest = make((text) => warnings.push(text));
  return {
    manifest: 'saveConfig' in options && options.saveConfig ? withSavedConfig(manifest) : manifest,
    warnings,
  };
}

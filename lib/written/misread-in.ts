import type { RawFinding } from '../validate/collector';
import type { EngineOptions } from '../validate/engine';
import { mayChangeIn } from './suspects';

const NOTHING: readonly RawFinding[] = [];

/** Strings and keys of a manifest that kubectl misreads in the YAML that cdk8s writes. */
export const misreadIn = (manifest: unknown, options: EngineOptions): readonly RawFinding[] =>
  mayChangeIn(manifest) ? findings().misreadFromCdk8s(manifest, options) : NOTHING;

/** Strings and keys of a manifest that kubectl misreads in the YAML that this package writes. */
export const misreadOfOurs = (manifest: unknown, options: EngineOptions): readonly RawFinding[] =>
  mayChangeIn(manifest) ? findings().misreadFromOurs(manifest, options) : NOTHING;

const findings = () => require('./findings') as typeof import('./findings');

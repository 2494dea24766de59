import { goStruct, goString } from '../../go/format';
import type { FieldPath } from '../path';
import type { AppArmorProfile, SeccompProfile } from '../schema/types';
import type { Verdict } from '../verdict';
import { descendingPath } from '../../apimachinery/local-path';
import { byteLength } from '../../apimachinery/messages';
import { trimSpace } from '../../go/space';

const PROFILE_TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const MAX_PROFILE = 4095;
const REMOVE_HINT = { suggestion: 'remove it, or set type: Localhost' };
const LOCALHOST_HINT = { suggestion: 'set the path of the profile on the node, or use RuntimeDefault' };

/** Seccomp profile of a Pod or container: validateSeccompProfileField, 1.36. */
export function judgeSeccompProfile(
  profile: SeccompProfile | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!profile) return;
  const { type = '', localhostProfile } = profile;
  judgeSeccompType(type, path.field('type'), verdict);
  const place = path.field('localhostProfile');
  if (type !== 'Localhost') {
    if (localhostProfile === undefined) return;
    const shown = goStruct('core.SeccompProfile', [
      ['Type', '', type],
      ['LocalhostProfile', '*string', localhostProfile],
    ]);
    return verdict.invalid(place, shown, 'can only be set when seccomp type is Localhost', REMOVE_HINT);
  }
  if (localhostProfile === undefined) {
    verdict.required(place, 'must be set when seccomp type is Localhost', LOCALHOST_HINT);
  } else {
    verdict.invalidEach(place, localhostProfile, descendingPath(localhostProfile));
  }
}

/** validateSeccompProfileType, 1.36. */
function judgeSeccompType(type: string, path: FieldPath, verdict: Verdict): void {
  if (!type) {
    verdict.required(path, 'type is required when seccompProfile is set', {
      suggestion: 'set type: RuntimeDefault',
    });
  } else if (!PROFILE_TYPES.includes(type)) {
    verdict.notSupported(path, type, PROFILE_TYPES);
  }
}

/** AppArmor profile of a Pod or container: ValidateAppArmorProfileField, 1.36. */
export function judgeAppArmorProfile(
  profile: AppArmorProfile | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!profile) return;
  const { type = '', localhostProfile } = profile;
  const place = path.field('localhostProfile');
  if (!type) {
    return verdict.required(path.field('type'), 'type is required when appArmorProfile is set', {
      suggestion: 'set type: RuntimeDefault',
    });
  }
  if (type === 'Localhost') return judgeLocalAppArmor(localhostProfile, place, verdict);
  if (!PROFILE_TYPES.includes(type)) return verdict.notSupported(path.field('type'), type, PROFILE_TYPES);
  if (localhostProfile === undefined) return;
  verdict.invalid(
    place,
    goString(localhostProfile),
    'can only be set when AppArmor type is Localhost',
    REMOVE_HINT,
  );
}

function judgeLocalAppArmor(profile: string | undefined, path: FieldPath, verdict: Verdict): void {
  const trimmed = trimSpace(profile ?? '');
  if (profile !== undefined && trimmed !== profile) {
    verdict.invalid(path, profile, 'must not be padded with whitespace', {
      suggestion: 'remove the surrounding whitespace',
    });
  } else if (!trimmed) {
    verdict.required(path, 'must be set when AppArmor type is Localhost', LOCALHOST_HINT);
  }
  if (profile && byteLength(profile) > MAX_PROFILE) verdict.tooLongMaxLength(path, MAX_PROFILE);
}

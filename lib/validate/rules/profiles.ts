import type { Field } from '../field';
import { goStruct, goString } from '../../go/format';
import type { AppArmorProfile, SeccompProfile } from '../schema/types';
import { descendingPath } from '../../apimachinery/local-path';
import { byteLength } from '../../apimachinery/messages';
import { trimSpace } from '../../go/space';

const PROFILE_TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const MAX_PROFILE = 4095;
const REMOVE_HINT = { suggestion: 'remove it, or set type: Localhost' };
const LOCALHOST_HINT = { suggestion: 'set the path of the profile on the node, or use RuntimeDefault' };

/** Seccomp profile of a Pod or container: validateSeccompProfileField, 1.36. */
export function judgeSeccompProfile(profile: SeccompProfile | undefined, at: Field): void {
  if (!profile) return;
  const { type = '', localhostProfile } = profile;
  judgeSeccompType(type, at.field('type'));
  const place = at.field('localhostProfile');
  if (type !== 'Localhost') {
    if (localhostProfile === undefined) return;
    const shown = goStruct('core.SeccompProfile', [
      ['Type', '', type],
      ['LocalhostProfile', '*string', localhostProfile],
    ]);
    return place.invalid(shown, 'can only be set when seccomp type is Localhost', REMOVE_HINT);
  }
  if (localhostProfile === undefined) {
    place.required('must be set when seccomp type is Localhost', LOCALHOST_HINT);
  } else {
    place.invalidEach(localhostProfile, descendingPath(localhostProfile));
  }
}

/** validateSeccompProfileType, 1.36. */
function judgeSeccompType(type: string, at: Field): void {
  if (!type) {
    at.required('type is required when seccompProfile is set', {
      suggestion: 'set type: RuntimeDefault',
    });
  } else if (!PROFILE_TYPES.includes(type)) {
    at.notSupported(type, PROFILE_TYPES);
  }
}

/** AppArmor profile of a Pod or container: ValidateAppArmorProfileField, 1.36. */
export function judgeAppArmorProfile(profile: AppArmorProfile | undefined, at: Field): void {
  if (!profile) return;
  const { type = '', localhostProfile } = profile;
  const place = at.field('localhostProfile');
  if (!type) {
    return at.field('type').required('type is required when appArmorProfile is set', {
      suggestion: 'set type: RuntimeDefault',
    });
  }
  if (type === 'Localhost') return judgeLocalAppArmor(localhostProfile, place);
  if (!PROFILE_TYPES.includes(type)) return at.field('type').notSupported(type, PROFILE_TYPES);
  if (localhostProfile === undefined) return;
  place.invalid(goString(localhostProfile), 'can only be set when AppArmor type is Localhost', REMOVE_HINT);
}

function judgeLocalAppArmor(profile: string | undefined, at: Field): void {
  const trimmed = trimSpace(profile ?? '');
  if (profile !== undefined && trimmed !== profile) {
    at.invalid(profile, 'must not be padded with whitespace', {
      suggestion: 'remove the surrounding whitespace',
    });
  } else if (!trimmed) {
    at.required('must be set when AppArmor type is Localhost', LOCALHOST_HINT);
  }
  if (profile && byteLength(profile) > MAX_PROFILE) at.tooLongMaxLength(MAX_PROFILE);
}

import { anyCaseSubdomain } from '../../../apimachinery/dns';
import { byteLength } from '../../../apimachinery/messages';
import type { Field } from '../../field';
import { isDeclared } from '../declared';
import { judgeDriverName } from '../sources/plugins';

type Judge = (attacher: string, at: Field) => void;

/** What a server says of an attacher before and after the rest of a VolumeAttachment. */
interface Judges {
  readonly first: Judge;
  readonly last: Judge;
}

/** The rules of all versions, then those of storage.k8s.io/v1: ValidateVolumeAttachmentV1, 1.30 to 1.35. */
const BY_VERSION: Judges = { first: requireAttacher, last: judgeDriverName };

/** ValidateCSIDriverName, 1.36. */
const AT_ONCE: Judges = { first: judgeDriverName, last: () => undefined };

/** Validate_VolumeAttachmentSpec, pkg/apis/storage/v1 1.37: the limit counts characters, not bytes. */
const DECLARATIVE: Judges = {
  first(attacher, at) {
    if (!isLong(attacher) && byteLength(attacher) > LIMIT) at.tooLong(LIMIT);
  },
  last(attacher, at) {
    if (!attacher) return requireAttacher(attacher, at);
    at.invalidEach(attacher, anyCaseSubdomain(attacher));
    if (isLong(attacher)) at.tooLongCharacters(LIMIT);
  },
};

export function judgesOfAttacher(at: Field): Judges {
  if (isDeclared(at)) return DECLARATIVE;
  return at.minor === 36 ? AT_ONCE : BY_VERSION;
}

const LIMIT = 63;

const isLong = (text: string) => [...text].length > LIMIT;

function requireAttacher(attacher: string, at: Field): void {
  if (!attacher) at.required('', { suggestion: 'set the name of the CSI driver' });
}

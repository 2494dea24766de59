import { RECORD_FLAG } from '../../flags/common';
import { SELECTOR_FLAG } from '../../flags/change';
import { SET_FLAGS } from '../set/flags';

/** kubectl set image, 1.36. */
export const SET_IMAGE_FLAGS = { ...SET_FLAGS, ...RECORD_FLAG, ...SELECTOR_FLAG } as const;

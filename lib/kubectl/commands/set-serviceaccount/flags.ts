import { RECORD_FLAG } from '../../flags/common';
import { SET_FLAGS } from '../set/flags';

/** kubectl set serviceaccount, 1.36. */
export const SET_SERVICE_ACCOUNT_FLAGS = { ...SET_FLAGS, ...RECORD_FLAG } as const;

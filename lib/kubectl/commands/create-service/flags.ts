import { CREATE_FLAGS, UNSAVED_CONFIG_FLAG } from '../../flags/common';

/** The ports of a Service. */
export const TCP_FLAG = {
  tcp: { type: 'stringSlice', option: 'same', usage: 'ports, as PORT or PORT:TARGET' },
} as const;

/** What all `create service` commands have; kubectl reads --save-config and does nothing about it, 1.36. */
export const SERVICE_FLAGS = { ...CREATE_FLAGS, ...UNSAVED_CONFIG_FLAG } as const;

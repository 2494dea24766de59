import type { Invocation } from '../invocation/invocation';
import { annotate } from './annotate/run';
import { apply } from './apply/run';
import { autoscale } from './autoscale/run';
import { create } from './create/run';
import { expose } from './expose/run';
import type { COMMANDS, FileCommandName } from './index';
import { label } from './label/run';
import { patch } from './patch/run';
import { setEnv } from './set-env/run';
import { setImage } from './set-image/run';
import { setResources } from './set-resources/run';
import { setSelector } from './set-selector/run';
import { setServiceAccount } from './set-serviceaccount/run';
import { setSubject } from './set-subject/run';

/**
 * The command lines of the commands that read manifests. They need the API's types, so they are loaded when
 * one is carried out.
 */
export const FILE_COMMANDS: {
  readonly [Name in FileCommandName]: (invocation: Invocation<(typeof COMMANDS)[Name]['flags']>) => void;
} = {
  annotate,
  apply,
  autoscale,
  create,
  expose,
  label,
  patch,
  'set env': setEnv,
  'set image': setImage,
  'set resources': setResources,
  'set selector': setSelector,
  'set serviceaccount': setServiceAccount,
  'set subject': setSubject,
};

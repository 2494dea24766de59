import { misuse } from '../../lib/options/misuse';

/** @throws Error if the mode is not one that `chmod` takes */
export function assertMode(pattern: string, place: string, mode: string | undefined): void {
  if (
    mode === undefined ||
    /^([0-7]{3,4}|[ugoa]*([-+=][rwxXstugo]*)+(,[ugoa]*([-+=][rwxXstugo]*)+)*)$/.test(mode)
  ) {
    return;
  }
  throw misuse(
    pattern,
    `${place} is ${JSON.stringify(mode)}: use a mode for chmod, such as "a+rX" or "0755"`,
  );
}

const MALFORMED = /^(?![A-Za-z._0-9+-]{1,14}$)|^\.{1,2}$|^-/;

/** The zone files of a server that are no zones of Intl. */
const FILES_ONLY = new Set(['Factory', 'posixrules', 'localtime']);

/** Whether a name can be one of a time zone at all: the first part of validateTimeZone, pkg/apis/batch/validation 1.36. */
export const isZoneName = (name: string) => !name.split('/').some((part) => MALFORMED.test(part));

/** Why time.LoadLocation does not find a zone; undefined when it does. Names are those of files: their case matters. */
export function zoneProblem(name: string): string | undefined {
  if (name === '' || name === 'Local' || FILES_ONLY.has(name)) return undefined;
  const zone = name.replace(/^(?:posix|right)\//, '');
  if (isKnown(zone)) return undefined;
  return regions().has(zone) ? 'is a directory' : `unknown time zone ${name}`;
}

let zones: ReadonlyMap<string, string> | undefined;
let directories: ReadonlySet<string> | undefined;

/** The main names of zones by their lower-case form. */
const mainNames = () => (zones ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone])));

/** `Europe`, `America/Indiana`. */
const regions = () => (directories ??= new Set([...mainNames().values()].map((zone) => zone.slice(0, zone.lastIndexOf('/')))));

/** Intl takes names in any case, and does not tell that of names that lead to other names. */
function isKnown(zone: string): boolean {
  const main = mainNames().get(zone.toLowerCase());
  return main === undefined ? isWrittenAsZones(zone) && isOfIntl(zone) : main === zone;
}

const WORD = '(?:[A-Z][a-z]+(?:[A-Z][a-z]+)*|au|of|es)';
const PLACE = new RegExp(`^${WORD}(?:[_-](?:${WORD}|IN))*$`);
const SHORT = /^(?:[A-Z]{2,3}[0-9]?[A-Z]*|W-SU|NZ-CHAT|GB-Eire|(?:Etc\/)?GMT[+-]?[0-9]{0,2})$/;

/** As places are written, or as the short old names. */
function isWrittenAsZones(zone: string): boolean {
  if (SHORT.test(zone)) return true;
  const parts = zone.split('/');
  const last = parts.pop()!;
  return (parts.length === 0 ? last.length > 3 : parts.every((part) => PLACE.test(part) || part === 'US')) && (PLACE.test(last) || /^[A-Z]{3}$/.test(last));
}

function isOfIntl(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

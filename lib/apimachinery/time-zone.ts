const MALFORMED = /^(?![A-Za-z._0-9+-]{1,14}$)|^\.{1,2}$|^-/;

/** Time zones of a server that Intl does not know. */
const FILES_ONLY = new Set(['Factory', 'posixrules', 'localtime']);

/**
 * Whether a name can be one of a time zone at all: the first part of validateTimeZone,
 * pkg/apis/batch/validation 1.36.
 */
export const isZoneName = (name: string) => !name.split('/').some((part) => MALFORMED.test(part));

/**
 * Why time.LoadLocation does not find a zone; undefined when it does. Names are those of files: their case
 * matters.
 */
export function zoneProblem(name: string): string | undefined {
  if (name === '' || name === 'Local' || FILES_ONLY.has(name)) return undefined;
  if (name.includes('..')) return 'time: invalid location name';
  const zone = name.replace(/^(?:posix|right)\//, '');
  if (isKnown(zone)) return undefined;
  return regions().has(zone) ? 'is a directory' : `unknown time zone ${name}`;
}

let zones: ReadonlyMap<string, string> | undefined;
let directories: ReadonlySet<string> | undefined;

/** The main names of zones by their lower-case form. */
const mainNames = () =>
  (zones ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone])));

/** `Europe`, `America/Indiana`. */
const regions = () =>
  (directories ??= new Set([
    ...OLD_REGIONS,
    ...[...mainNames().values()].map((zone) => zone.slice(0, zone.lastIndexOf('/'))),
  ]));

/** Those that hold no main names. */
const OLD_REGIONS = ['Brazil', 'Canada', 'Chile', 'Etc', 'Mexico', 'US'];

/** Intl takes names in any case, and does not tell that of names that lead to other names. */
function isKnown(zone: string): boolean {
  const main = mainNames().get(zone.toLowerCase());
  return main === undefined ? hasZoneSpelling(zone) && isKnownToIntl(zone) : main === zone;
}

const WORD = '(?:[A-Z][a-z]+|au|of|es)';
const PLACE = new RegExp(`^${WORD}(?:[_-](?:${WORD}|IN))*$`);
const ABBREVIATION = /^(?:[A-Z]{2,3}(?:[0-9](?:[A-Z]{3})?)?|W-SU|NZ-CHAT|GB-Eire|GMT[+-]?[0-9]{1,2})$/;
/** Places that are written in another way than others. */
const IRREGULAR_PLACES = new Set([
  'BajaNorte',
  'BajaSur',
  'ComodRivadavia',
  'DeNoronha',
  'EasterIsland',
  'Yap',
]);
const IRREGULAR_IN_LOWER_CASE = new Set([...IRREGULAR_PLACES].map((place) => place.toLowerCase()));

/** As places are written, or as the short old names. */
function hasZoneSpelling(zone: string): boolean {
  return (
    !zone.startsWith('ETC/') &&
    zone.split('/').every((part) => {
      if (IRREGULAR_IN_LOWER_CASE.has(part.toLowerCase())) return IRREGULAR_PLACES.has(part);
      return ABBREVIATION.test(part) || part === 'Etc' || (PLACE.test(part) && part.length > 3);
    })
  );
}

function isKnownToIntl(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(.*)$/;
const TIME = /^(?:[Tt]| )(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[-+](\d\d):(\d\d))?$/;

/** Whether YAML 1.1 may take a text for a time (parseTimestamp, go.yaml.in/yaml/v2). */
export function isTimestamp(text: string): boolean {
  const date = DATE.exec(text);
  if (!date || !isDay(Number(date[1]), Number(date[2]), Number(date[3]))) return false;
  return date[4] === '' || isTime(date[4]);
}

function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (!match) return false;
  const [, hour, minute, second, zone, zoneHour = '0', zoneMinute = '0'] = match;
  const zoned = (zone !== undefined) === !text.startsWith(' ');
  return (
    zoned &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(zoneHour) <= 24 &&
    Number(zoneMinute) <= 60
  );
}

function isDay(year: number, month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  );
}

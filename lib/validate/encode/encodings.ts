import { ENCODINGS } from '../schema/encodings';
import { covers } from '../schema/minor-range';

let lines: Map<string, string> | undefined;

/** The fields of a struct that the minor does not write in the usual way, each with its sign. */
export function encodingsOf(struct: string, minor: number): ReadonlyMap<string, string> {
  lines ??= new Map(ENCODINGS.map((line) => [line.slice(0, line.indexOf(' ')), line]));
  const groups = lines.get(struct)?.split(' ').slice(1) ?? [];
  return new Map(
    groups.flatMap((group) => {
      const [, sign, first, last, names] = /^(.)(?:(\d+)-(\d+))?=(.*)$/.exec(group)!;
      const holds = first === undefined || covers([Number(first), Number(last)], minor);
      return holds ? names.split(',').map((name): [string, string] => [name, sign]) : [];
    }),
  );
}

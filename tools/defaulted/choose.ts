interface Answered {
  readonly manifest: object;
  readonly returned: object;
}

type Holder = { readonly [key: string]: unknown };

/**
 * A few answers that together show most of what servers add or change: those first that show the most by
 * their size.
 */
export function choose<T extends Answered>(answers: readonly T[]): T[] {
  const left = answers.map((answer) => ({
    answer,
    marks: new Set(marksOf(answer)),
    size: JSON.stringify(answer).length,
  }));
  const chosen: T[] = [];
  while (chosen.length < MOST) {
    const best = left.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    if (!best.marks.size) break;
    chosen.push(best.answer);
    const seen = [...best.marks];
    for (const { marks } of left) seen.forEach((mark) => marks.delete(mark));
  }
  return chosen;
}

const MOST = 110;
const OVERHEAD = 2000;

const worth = ({ marks, size }: { readonly marks: ReadonlySet<string>; readonly size: number }) =>
  marks.size / (size + OVERHEAD);

/** The kind, and what the server does to it. */
function marksOf({ manifest, returned }: Answered): string[] {
  const { apiVersion, kind } = manifest as { readonly apiVersion: string; readonly kind: string };
  return [`${apiVersion} ${kind}`, ...changes(manifest, returned, kind)];
}

/** Maps of whatever users write. */
const FREE = /^(labels|annotations|matchLabels|limits|requests|capacity|hard|data|nodeSelector)$/;

/**
 * Every field that the server has and the manifest has not, or has otherwise; where it lies deeper, by its
 * two innermost names.
 */
function changes(before: unknown, after: unknown, path: string): string[] {
  if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(after)) {
    return after.flatMap((item, index) =>
      changes((before as readonly unknown[] | undefined)?.[index], item, path),
    );
  }
  const names = path.split('.');
  const mark = `${names.slice(-2).join('.')} ${before === undefined ? 'added' : 'changed'}`;
  if (typeof after !== 'object' || after === null || FREE.test(names.at(-1)!)) return [mark];
  const fields = Object.keys({ ...(before as Holder), ...after });
  return fields.flatMap((field) =>
    changes((before as Holder | undefined)?.[field], (after as Holder)[field], `${path}.${field}`),
  );
}

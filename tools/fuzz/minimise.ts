type IsFailing = (input: unknown) => Promise<boolean>;

/** Attempts after which an input is small enough. */
const MOST_ATTEMPTS = 400;

/** A smaller input that fails as well. */
export async function minimised(input: unknown, isFailing: IsFailing): Promise<unknown> {
  let [smallest, attempts] = [input, 0];
  for (let progress = true; progress && attempts < MOST_ATTEMPTS;) {
    progress = false;
    for (const smaller of smallerThan(smallest)) {
      if (++attempts > MOST_ATTEMPTS) break;
      if (!(await isFailing(smaller))) continue;
      [smallest, progress] = [smaller, true];
      break;
    }
  }
  return smallest;
}

/** The same with one part less, large parts first. */
function* smallerThan(input: unknown): Generator<unknown> {
  if (typeof input === 'string') {
    yield* shorter(input);
  } else if (Array.isArray(input)) {
    yield* lessOf(
      input,
      input.map((_, index) => input.filter((_one, at) => at !== index)),
    );
  } else if (typeof input === 'object' && input !== null) {
    yield* lessOf(
      input,
      Object.keys(input).map((key) => without(input, key)),
    );
  }
}

function* shorter(text: string): Generator<string> {
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < text.length; at += size) yield text.slice(0, at) + text.slice(at + size);
  }
}

function* lessOf(input: object, wholes: readonly unknown[]): Generator<unknown> {
  yield* wholes;
  for (const [key, value] of Object.entries(input)) {
    for (const smaller of smallerThan(value)) {
      yield Object.assign(Array.isArray(input) ? [...(input as unknown[])] : { ...input }, {
        [key]: smaller,
      });
    }
  }
}

const without = (input: object, removed: string) =>
  Object.fromEntries(Object.entries(input).filter(([key]) => key !== removed));

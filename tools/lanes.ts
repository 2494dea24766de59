/** How many requests a server is sent at once. */
export const LANES = 8;

/** The results for all items, in their order, of which several are worked on at once. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

/** Waits for a condition, looking once a turn of the loop; throws its name after `withinMs`, so that a test neither sleeps nor hangs. */
export async function until(what: string, condition: () => boolean, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > end) throw new Error(`in vain: ${what}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

import { ulid, type Id } from '@clairiere/ritual'

/**
 * An id for what must not tell who made it, though everyone may come to read it: its 48 bits of time are random too. A true one would say to the millisecond when, and by a clock
 * whose error the ids of the same device's signed things give away.
 */
export const untimedId = (): Id => {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return ulid((high % 2 ** 16) * 2 ** 32 + low, (count) => crypto.getRandomValues(new Uint8Array(count)))
}

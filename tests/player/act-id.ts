import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID as an outside client makes one: this folder relies on the contract alone and imports nothing of the product. */
export const actId = (): string => {
  let id = ''
  for (let rest = Date.now(), index = 0; index < 10; index++, rest = Math.floor(rest / 32)) id = alphabet.charAt(rest % 32) + id
  for (const byte of randomBytes(16)) id += alphabet.charAt(byte % 32)
  return id
}

import { randomBytes } from 'node:crypto'
import { GENERATION_KEY_BYTES, type GenerationKeys, type KeyName } from './generation-keys.ts'

/** Keys that live as long as the object: for the memory store. */
export class MemoryKeys implements GenerationKeys {
  readonly #keys = new Map<string, { name: KeyName; key: Uint8Array }>()
  readonly #before: (step: string) => void

  constructor(before: (step: string) => void = () => {}) {
    this.#before = before
  }

  create(meetingId: string, generation: number): Promise<Uint8Array> {
    this.#before('key: write it')
    const key = new Uint8Array(randomBytes(GENERATION_KEY_BYTES))
    this.#keys.set(`${meetingId}/${generation}`, { name: { meetingId, generation }, key })
    return Promise.resolve(key)
  }

  read(meetingId: string, generation: number): Promise<Uint8Array | null> {
    return Promise.resolve(this.#keys.get(`${meetingId}/${generation}`)?.key ?? null)
  }

  destroy(meetingId: string, generation: number): Promise<void> {
    this.#before('key: unlink it')
    this.#keys.delete(`${meetingId}/${generation}`)
    return Promise.resolve()
  }

  list(): Promise<readonly KeyName[]> {
    return Promise.resolve([...this.#keys.values()].map((held) => held.name))
  }
}

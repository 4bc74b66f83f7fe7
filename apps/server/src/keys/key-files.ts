import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { GENERATION_KEY_BYTES, type GenerationKeys, type KeyName } from './generation-keys.ts'

/** Ids come from our own generator; anything that could walk out of the directory is a fault. */
const MEETING_ID = /^[A-Za-z0-9_-]{1,64}$/
const KEY_FILE = /^(\d{1,9})\.key$/
const LEFTOVER = /\.new$/

/**
 * One file a key, `DATA_DIR/keys/<meeting>/<n>.key`, 0600, apart from the data so that it can be backed up apart and kept a shorter time.
 * `before` is called ahead of each step that touches the disk: the seam where tests cut the power.
 */
export class KeyFiles implements GenerationKeys {
  readonly #directory: string
  readonly #before: (step: string) => void

  constructor(directory: string, before: (step: string) => void = () => {}) {
    this.#directory = directory
    this.#before = before
  }

  async create(meetingId: string, generation: number): Promise<Uint8Array> {
    const home = this.#home(meetingId)
    const path = join(home, `${generation}.key`)
    const key = new Uint8Array(randomBytes(GENERATION_KEY_BYTES))
    this.#before('key: make its directory')
    const isNew = (await mkdir(home, { recursive: true, mode: 0o700 })) !== undefined
    this.#before('key: write it')
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      await file.writeFile(key)
      await file.sync()
    } finally {
      await file.close()
    }
    this.#before('key: give it its name')
    await rename(`${path}.new`, path)
    await syncDirectory(home)
    if (isNew) await syncDirectory(this.#directory)
    return key
  }

  async read(meetingId: string, generation: number): Promise<Uint8Array | null> {
    const key = await orNull(readFile(join(this.#home(meetingId), `${generation}.key`)))
    if (key === null) return null
    if (key.length !== GENERATION_KEY_BYTES) throw new Error(`key ${generation} of meeting ${meetingId} is cut short`)
    return new Uint8Array(key)
  }

  /** Overwritten in place before it is unlinked: on most disks that reaches the very blocks, on none does it harm. */
  async destroy(meetingId: string, generation: number): Promise<void> {
    const home = this.#home(meetingId)
    const path = join(home, `${generation}.key`)
    this.#before('key: overwrite it')
    const file = await orNull(open(path, 'r+'))
    if (file !== null) {
      try {
        await file.write(new Uint8Array(randomBytes(GENERATION_KEY_BYTES)), 0, GENERATION_KEY_BYTES, 0)
        await file.sync()
      } finally {
        await file.close()
      }
      this.#before('key: unlink it')
      await orNull(unlink(path))
    }
    if ((await orNull(readdir(home)))?.length === 0) {
      await rmdir(home)
      await syncDirectory(this.#directory)
    } else if (file !== null) await syncDirectory(home)
  }

  async list(): Promise<readonly KeyName[]> {
    const names: KeyName[] = []
    for (const entry of await readdir(this.#directory, { withFileTypes: true })) {
      if (!entry.isDirectory() || !MEETING_ID.test(entry.name)) continue
      const home = join(this.#directory, entry.name)
      for (const file of await readdir(home)) {
        if (LEFTOVER.test(file)) await unlink(join(home, file)) // a crash between writing and naming: no row was ever locked with it
        const generation = KEY_FILE.exec(file)?.[1]
        if (generation !== undefined) names.push({ meetingId: entry.name, generation: Number(generation) })
      }
    }
    return names
  }

  #home(meetingId: string): string {
    if (!MEETING_ID.test(meetingId)) throw new Error('a meeting id cannot name a directory')
    return join(this.#directory, meetingId)
  }
}

/** A new name is durable only once its directory is synced. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

async function orNull<T>(attempt: Promise<T>): Promise<T | null> {
  try {
    return await attempt
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Seeded } from '../guard/rehearsal/seeded.ts'
import type { DiskCall } from './disk-calls.ts'

/** What a disk loses or keeps on its own: a page of a file. Bytes. */
const PAGE = 4096

/** A change of one file’s bytes. */
interface Change {
  readonly asked: number
  readonly done: number
  readonly at: number
  /** Null: the file ends at `at`. */
  readonly bytes: Buffer | null
}

interface File {
  readonly changes: Change[]
  readonly syncs: { asked: number; done: number }[]
}

/** A change of which names a folder has. */
type Naming = { readonly asked: number; readonly done: number; readonly folder: string } & (
  | { readonly names: string; readonly file: File | 'folder' }
  | { readonly moves: string; readonly to: string }
  | { readonly forgets: string }
)

/**
 * A disk as a record of calls made it. Of what a sync that had ended covers, all is there after a cut; of the rest, any page may be there or not, whatever was written
 * before or after it, and of names in a folder the first so many.
 */
export class CutDisk {
  readonly #root: string
  readonly #files = new Set<File>()
  readonly #namings: Naming[] = []
  readonly #folderSyncs = new Map<string, { asked: number; done: number }[]>()
  /** Positions at which something was asked for: a cut comes after one of them. */
  readonly moments: readonly { readonly position: number; readonly ms: number }[]

  constructor(root: string, calls: readonly DiskCall[]) {
    this.#root = root
    this.moments = calls.map(({ asked, ms }) => ({ position: asked, ms }))
    const names = new Map<string, File>()
    const folders = new Set([root])
    const ends = new Map<string, number>()
    for (const call of calls) {
      const { asked, done, path } = call
      const folder = dirname(path)
      const file = names.get(path)
      const known = (): File => {
        if (file === undefined) throw new Error(`${call.does} on ${path}, which nobody made`)
        return file
      }
      if (call.does === 'make folder') {
        folders.add(path)
        this.#namings.push({ asked, done, folder, names: path, file: 'folder' })
      } else if (call.does === 'open') {
        if (file === undefined) {
          const made: File = { changes: [], syncs: [] }
          this.#files.add(made)
          names.set(path, made)
          this.#namings.push({ asked, done, folder, names: path, file: made })
        } else if (call.empties) file.changes.push({ asked, done, at: 0, bytes: null })
        ends.set(path, 0)
      } else if (call.does === 'write') {
        const at = call.at ?? ends.get(path) ?? 0
        if (call.at === null) ends.set(path, at + call.bytes.length)
        known().changes.push({ asked, done, at, bytes: call.bytes })
      } else if (call.does === 'cut') known().changes.push({ asked, done, at: call.length, bytes: null })
      else if (call.does === 'rename') {
        names.set(call.to, known())
        names.delete(path)
        this.#namings.push({ asked, done, folder, moves: path, to: call.to })
      } else if (call.does === 'remove') {
        names.delete(path)
        folders.delete(path)
        this.#namings.push({ asked, done, folder, forgets: path })
      } else if (call.does === 'sync') {
        if (!folders.has(path)) known().syncs.push({ asked, done })
        else this.#folderSyncs.set(path, [...(this.#folderSyncs.get(path) ?? []), { asked, done }])
      } else throw new Error(`a call that is not understood: ${JSON.stringify(call)}`)
    }
  }

  /** Lays out, in the folder `into`, what a power cut right after `position` left. */
  cut(position: number, random: Seeded, into: string): void {
    mkdirSync(into, { recursive: true })
    // From « nothing that is not synced » to « nearly all of it ».
    const keeps = random.int(5)
    const isKept = (): boolean => random.int(4) < keeps
    const names = new Map<string, File | 'folder'>()
    for (const naming of this.#namesLeft(position, isKept)) {
      if ('file' in naming) names.set(naming.names, naming.file)
      else if ('moves' in naming) {
        const moved = names.get(naming.moves)
        if (moved !== undefined) names.set(naming.to, moved)
        names.delete(naming.moves)
      } else names.delete(naming.forgets)
    }
    for (const [path, file] of [...names].toSorted(([one], [other]) => one.length - other.length)) {
      const folder = dirname(path)
      if (folder !== this.#root && names.get(folder) !== 'folder') continue
      const place = join(into, relative(this.#root, path))
      if (file === 'folder') mkdirSync(place, { recursive: true, mode: 0o700 })
      else writeFileSync(place, bytesLeft(file, position, isKept), { mode: 0o600 })
    }
  }

  #namesLeft(position: number, isKept: () => boolean): Naming[] {
    const left: Naming[] = []
    const ended = new Set<string>()
    for (const naming of this.#namings) {
      if (naming.asked > position || ended.has(naming.folder)) continue
      if (isSafe(naming, this.#folderSyncs.get(naming.folder) ?? [], position) || isKept()) left.push(naming)
      else ended.add(naming.folder)
    }
    return left
  }
}

/** A sync that had ended by then was asked for once this was done. */
const isSafe = ({ done }: { done: number }, syncs: readonly { asked: number; done: number }[], position: number): boolean =>
  syncs.some((sync) => sync.done <= position && sync.asked > done)

function bytesLeft({ changes, syncs }: File, position: number, isKept: () => boolean): Buffer {
  const bytes = Buffer.alloc(Math.max(0, ...changes.map(({ at, bytes: put }) => at + (put?.length ?? 0))))
  let length = 0
  for (const change of changes) {
    if (change.asked > position) break
    const { at, bytes: put } = change
    const safe = isSafe(change, syncs, position)
    if (put === null) {
      if (!safe && !isKept()) continue
      bytes.fill(0, at)
      length = at
      continue
    }
    for (let from = 0, size = 0; from < put.length; from += size) {
      size = Math.min(PAGE - ((at + from) % PAGE), put.length - from)
      if (!safe && !isKept()) continue
      put.copy(bytes, at + from, from, from + size)
      length = Math.max(length, at + from + size)
    }
  }
  return bytes.subarray(0, length)
}

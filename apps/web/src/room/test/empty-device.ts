import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

const storage = (shelf: Map<string, string>) => ({
  get length() {
    return shelf.size
  },
  key: (index: number) => [...shelf.keys()][index] ?? null,
  getItem: (key: string) => shelf.get(key) ?? null,
  setItem: (key: string, value: string) => void shelf.set(key, value),
  removeItem: (key: string) => void shelf.delete(key),
})

/** Gives a test an empty device: its own IndexedDB, its tab's storage and local storage, whose shelf it answers. To be undone by `vi.unstubAllGlobals`. */
export const emptyDevice = (): Map<string, string> => {
  const shelf = new Map<string, string>()
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', storage(shelf))
  vi.stubGlobal('sessionStorage', storage(new Map()))
  return shelf
}

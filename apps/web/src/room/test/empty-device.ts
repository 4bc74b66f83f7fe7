import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

/** Gives a test an empty device: its own IndexedDB and local storage, whose shelf it answers. To be undone by `vi.unstubAllGlobals`. */
export const emptyDevice = (): Map<string, string> => {
  const shelf = new Map<string, string>()
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => shelf.set(key, value),
  })
  return shelf
}

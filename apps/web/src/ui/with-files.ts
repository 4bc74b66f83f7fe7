import { OutOfReach } from './out-of-reach.ts'

/**
 * The files of the app that this page asks for on its way. Each is fetched into the browser's cache before it is imported from there: an older Chromium
 * (seen in 123, no more in 156) remembers for the life of the page that a module could not be fetched; of a `fetch` none remembers it.
 */
export class AppFiles {
  /** Here, or on their way. */
  readonly #asked = new Map<string, Promise<void>>()

  /** Imports a part of the app once its files are here. Rejects with `OutOfReach` while the network does not bring them; one that the server does not have is a fault of the import. */
  async first<T>(files: readonly string[], load: () => Promise<T>): Promise<T> {
    await Promise.all(files.map((file) => this.#arrival(file)))
    return load()
  }

  #arrival(file: string): Promise<void> {
    const known = this.#asked.get(file)
    if (known) return known
    const coming = bring(`/${file}`)
    this.#asked.set(file, coming)
    coming.catch(() => this.#asked.delete(file))
    return coming
  }
}

async function bring(url: string): Promise<void> {
  if (document.querySelector(`[href="${url}"], [src="${url}"]`)) return // came with the page
  try {
    const response = await fetch(url)
    if (response.status >= 500) throw new Error(`answered ${response.status}`) // a proxy whose server starts again
    await response.arrayBuffer()
  } catch (cause) {
    throw new OutOfReach(`Failed to fetch ${url}`, { cause })
  }
  if (url.endsWith('.css')) await wear(url)
}

/** A style sheet that is in the cache; without it one reads all the same. */
const wear = (url: string): Promise<unknown> =>
  new Promise((settle) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', crossOrigin: '', href: url })
    link.addEventListener('load', settle)
    link.addEventListener('error', settle)
    document.head.append(link)
  })

const appFiles = new AppFiles()

/** What every `import()` of the build becomes, in the place of Vite's own preloading [build/files-first.ts]. `files` are paths of the build. */
export const withFiles = <T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> => appFiles.first(files, load)

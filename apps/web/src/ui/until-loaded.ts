const AGAIN_MS = 2_000

/**
 * Loads a part of the app that is fetched when it has something to say, again and again until it comes: without network its place stays empty, and what
 * stands around it goes on. A fault thrown here would take the whole screen away.
 */
export const untilLoaded = async <T>(load: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

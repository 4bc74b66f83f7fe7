import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

const AGAIN_MS = 2_000

/** A component whose code is fetched when it is first shown: `later(async () => (await import('./part.tsx')).Part)`. Stands in a `Suspense`. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await untilLoaded(load, doesServerAnswer) }))
}

/**
 * Loads a part of the app again and again until it comes: without network its place stays empty, and what stands around it goes on. Rejects with the last fault
 * when the server answers and still does not have the part, as after an update of the app: the page must then be loaded anew.
 */
export async function untilLoaded<T>(load: () => Promise<T>, isThere: () => Promise<boolean>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      if (await isThere()) return load()
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

const doesServerAnswer = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { untilLoaded } from './until-loaded.ts'

/**
 * A component whose code is fetched when it is first shown: `later(async () => (await import('./part.tsx')).Part)`. Stands in a `Suspense`: without network its place
 * stays empty until the network is back, and what stands around it goes on.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await untilLoaded(load) }))
}

import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import type { PageProps } from './page-props.ts'

export type Route = { readonly path: string; readonly page: LazyExoticComponent<ComponentType<PageProps>> }

/** A page in a chunk of its own: `page(async () => (await import('./lobby/home.tsx')).Home)`. */
function page(load: () => Promise<ComponentType<PageProps>>): Route['page'] {
  return lazy(async () => ({ default: await load() }))
}

/** Every address of the app, the first that fits wins. A meeting's page is mounted anew when its id changes. */
export const routes: readonly Route[] = [
  { path: '/', page: page(async () => (await import('./home-page.tsx')).HomePage) },
  { path: '/m/:id/*?', page: page(async () => (await import('./meeting-page.tsx')).MeetingPage) },
  { path: '/lire/:id', page: page(async () => (await import('./reading-route.tsx')).ReadingRoute) },
  { path: '/inbox', page: page(async () => (await import('./inbox-route.tsx')).InboxRoute) },
  ...(import.meta.env.DEV ? [{ path: '/gallery', page: page(async () => (await import('./gallery/gallery.tsx')).Gallery) }] : []),
]

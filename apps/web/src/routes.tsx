import { type ComponentType, type LazyExoticComponent } from 'react'
import type { PageProps } from './page-props.ts'
import { later } from './ui/later.ts'

export type Route = { readonly path: string; readonly page: LazyExoticComponent<ComponentType<PageProps>> }

/** Every address of the app, the first that fits wins. A meeting's page is mounted anew when its id changes. */
export const routes: readonly Route[] = [
  { path: '/', page: later<PageProps>(async () => (await import('./home-page.tsx')).HomePage) },
  { path: '/m/:id/*?', page: later<PageProps>(async () => (await import('./meeting-page.tsx')).MeetingPage) },
  { path: '/lire/:id', page: later<PageProps>(async () => (await import('./reading-route.tsx')).ReadingRoute) },
  { path: '/inbox', page: later<PageProps>(async () => (await import('./inbox-route.tsx')).InboxRoute) },
  ...(import.meta.env.DEV
    ? [{ path: '/gallery', page: later<PageProps>(async () => (await import('./gallery/gallery.tsx')).Gallery) }]
    : []),
]

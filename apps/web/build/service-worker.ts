import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Fonts and code that a device does not need at once; they are kept when first used. */
const LATER = /latin-ext|italic|\.map$/

function workerSource(files: readonly string[], version: string): string {
  return `const CACHE = 'clairiere-${version}'
const FILES = ${JSON.stringify(files)}
addEventListener('install', (e) => e.waitUntil(caches.open(CACHE).then((c) => c.addAll(FILES))))
addEventListener('activate', (e) => e.waitUntil(caches.keys().then((ks) => Promise.all(ks.filter((k) => k !== CACHE).map((k) => caches.delete(k))))))
addEventListener('message', (e) => e.data === 'take-over' && skipWaiting())
addEventListener('fetch', (e) => {
  const { method, mode, url } = e.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin || /^\\/(api|live|healthz|readyz|metrics)(\\/|$)/.test(pathname)) return
  if (mode === 'navigate') return e.respondWith(caches.match('/').then((r) => r || fetch(e.request)))
  if (!pathname.startsWith('/assets/') && !FILES.includes(pathname)) return
  e.respondWith(caches.match(pathname).then((r) => r || fetch(e.request).then((n) => {
    if (n.ok) { const copy = n.clone(); e.waitUntil(caches.open(CACHE).then((c) => c.put(pathname, copy))) }
    return n
  })))
})
`
}

/**
 * Writes sw.js: the page and its code are kept on the device under a name made of their content, and served from there.
 * A new worker waits until the last old page is gone, or until the server says the page is too old: the old page's own chunks must stay.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'clairiere:service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = [
          '/',
          '/icon.svg',
          '/manifest.webmanifest',
          ...Object.keys(bundle)
            .filter((file) => file !== 'index.html' && !LATER.test(file))
            .map((file) => `/${file}`),
        ]
        // The page names every entry chunk by its content, so its text changes whenever anything does.
        const hash = createHash('sha256')
        for (const file of Object.values(bundle)) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source)
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: workerSource(files, hash.digest('hex').slice(0, 12)) })
      },
    },
  }
}

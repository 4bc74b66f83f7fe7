import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Env } from './api/request.ts'

/** Names of built assets carry a hash of their content: what was fetched once never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The built web app: its files, compressed at build time, and its page for every other address. */
export function webFiles(root: string): Hono<Env> {
  return new Hono<Env>()
    .use(async (c, next) => {
      await next()
      if (c.res.ok) c.res.headers.set('cache-control', c.req.path.startsWith('/assets/') ? FOR_EVER : 'no-cache')
    })
    .get('*', serveStatic<Env>({ root, precompressed: true }))
    .get('/assets/*', (c) => c.notFound()) // an old page asks for what a newer build replaced: not a page
    .get('*', serveStatic<Env>({ root, path: 'index.html', precompressed: true }))
}

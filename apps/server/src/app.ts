import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { refuse } from '@clairiere/ritual'
import { actSchemasApi, acts } from './api/acts.ts'
import { confidences } from './api/confidences.ts'
import { document } from './api/document.ts'
import { generations } from './api/generations.ts'
import { health } from './api/health.ts'
import { importing } from './api/import.ts'
import { inbox } from './api/inbox.ts'
import { join } from './api/join.ts'
import { late } from './api/late.ts'
import { links } from './api/links.ts'
import { meetings } from './api/meetings.ts'
import { minutes } from './api/minutes.ts'
import { answerRefusal, type Env } from './api/request.ts'
import { testClock } from './api/test-clock.ts'
import type { AppMeans } from './app-means.ts'
import { languageOf, sayFault } from './sentences.ts'
import { live } from './socket.ts'
import { NotSaving } from './store/faults.ts'
import { webFiles } from './web-files.ts'

const MAX_BODY_BYTES = 1024 * 1024
/** A JSON export of a long meeting. */
const MAX_IMPORT_BYTES = 8 * 1024 * 1024

/** [toolchain § Web build] the hash is of the one style that the component library writes into the page. */
const CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' ws: wss:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The whole HTTP side as a value: nothing is started and nothing is listened to. */
export function createApp(means: AppMeans): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((fault, c) => {
    if (fault instanceof NotSaving) return answerRefusal(c, refuse('not-saving'))
    means.log.error('a request failed', { method: c.req.method, route: routePath(c) }, fault)
    return c.json({ error: 'fault', message: sayFault(languageOf(c.req.header('accept-language'))) }, 500)
  })
  app.use(observe(means))
  app.route('/', health(means))
  for (const path of ['/api/*', '/live/*'])
    app.use(path, async (c, next) => {
      if (means.isReady()) return next()
      c.header('Retry-After', '2') // the next process is on its way
      return answerRefusal(c, refuse('not-saving'))
    })
  app.route('/live', live(means))
  app.use(headers(means))
  app.use(compress())
  app.use('/api/import', limit(MAX_IMPORT_BYTES))
  app.use('/api/*', async (c, next) => (c.req.path === '/api/import' ? next() : limit(MAX_BODY_BYTES)(c, next)))
  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.route('/api/meetings', meetings(means))
  for (const resource of [join, links, acts, confidences, minutes, late, generations, document]) app.route('/api/meetings', resource(means))
  app.route('/api/acts', actSchemasApi())
  app.route('/api/import', importing(means))
  app.route('/api/inbox', inbox(means))
  if (means.manualClock !== null) app.route('/api/test', testClock(means, means.manualClock))
  app.all('/api/*', (c) => answerRefusal(c, refuse('no-such-thing'), 404))
  if (means.webRoot !== null) app.route('/', webFiles(means.webRoot))
  return app
}

const limit = (maxSize: number): MiddlewareHandler<Env> =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      c.header('Connection', 'close') // the rest of the body is not read: a client must not send its next call after it
      return answerRefusal(c, refuse('too-large'))
    },
  })

/** One line a request at `debug`: the pattern of its route, never its path, which may hold a token. */
function observe({ log }: AppMeans): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    log.debug('request', { method: c.req.method, route: routePath(c), status: c.res.status, ms: Math.round(performance.now() - started) })
  }
}

/** What browsers are told of every page and answer. Minutes bring a stricter policy of their own. */
function headers({ config }: AppMeans): MiddlewareHandler<Env> {
  const isHttps = config.tls !== null || config.publicUrl?.startsWith('https:') === true
  // Over plain http browsers ignore the opener policy, and say so as an error on every page.
  const common = secureHeaders({ strictTransportSecurity: isHttps ? 'max-age=15552000' : false, crossOriginOpenerPolicy: isHttps })
  return async (c, next) => {
    await common(c, next)
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', CSP)
  }
}

import { flushCompileCache } from 'node:module'
import { ConfigError, startLanguage } from './config-error.ts'
import { readConfig, type Config } from './config.ts'
import { lanAddress } from './access/origin.ts'
import { greeting } from './greeting.ts'
import { readServerKey } from './keys/server-key-file.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { startServer, type RunningServer } from './server.ts'
import { gaugeStore, storeWatch } from './store-metrics.ts'
import { openSqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

/** A disk that takes no writes does not keep the process longer. */
const END_MS = 10_000

/** Reads the environment, opens the store and listens, until a signal ends all of it in order. Called once, by `main`. */
export async function start(): Promise<void> {
  try {
    await open()
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault
    // One sentence for the person at the terminal: nothing was started.
    console.error(fault.say(startLanguage(process.env)))
    process.exit(2)
  }
}

async function open(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const metrics = createMetrics()
  const watch = storeWatch(metrics, {
    listenerFault: (fault) => log.error('a room failed when told of a write', {}, fault),
    erasureFault: (fault) => log.error('what was sealed is not all off the disk yet: it is tried again, and by the next start', {}, fault),
  })
  const store = await openSqliteStore({ dataDir: config.dataDir, durability: config.durability, watch })
  store.onBroken((fault) => {
    // Nothing since the last good sync counts: devices send again what never showed « saved ».
    log.error('the disk failed to sync: the process ends, devices resend what was not saved', {}, fault)
    process.exit(1)
  })
  if (config.clock === 'manual') log.warn('CLOCK=manual: the time of the record is moved by hand, for tests only')
  gaugeStore(metrics, store, config.dataDir)
  const server = await startServer({ config, store, serverKey: readServerKey(config.dataDir), log, metrics }).catch(
    async (fault: unknown) => {
      await store.close() // nothing was written: the next start need not think that this one crashed
      throw sayWhyNot(fault, config)
    },
  )
  endOn(['SIGTERM', 'SIGINT'], server, store, log)
  flushCompileCache()
  console.log(greeting({ config, port: server.port, lan: lanAddress(), language: startLanguage(process.env) }))
}

/** The first signal ends cleanly; a second one at once, which loses nothing that showed « saved ». */
function endOn(signals: readonly NodeJS.Signals[], server: RunningServer, store: Store, log: ReturnType<typeof createLog>): void {
  let isEnding = false
  const end = async (): Promise<void> => {
    log.info('ending')
    setTimeout(() => {
      log.error('the end took too long: what did not show « saved » is still on the devices')
      process.exit(1)
    }, END_MS).unref()
    await server.stop()
    await store.close()
    process.exit(0)
  }
  for (const signal of signals) {
    process.on(signal, () => {
      if (isEnding) process.exit(1)
      isEnding = true
      end().catch((fault: unknown) => {
        log.error('the end was not clean', {}, fault)
        process.exit(1)
      })
    })
  }
}

/** The system's reason for not listening, in a sentence; any other fault as it is. */
function sayWhyNot(fault: unknown, { port, host }: Config): unknown {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  if (code === 'EADDRINUSE') {
    return new ConfigError({
      fr: `Le port ${port} est déjà pris\u00a0: arrêtez ce qui l’occupe, ou donnez un autre PORT.`,
      en: `Port ${port} is already in use: stop what holds it, or give another PORT.`,
    })
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ConfigError({
      fr: `Ce serveur ne peut pas écouter sur ${host}, port ${port}\u00a0: changez HOST ou PORT.`,
      en: `This server cannot listen on ${host}, port ${port}: change HOST or PORT.`,
    })
  }
  return fault
}

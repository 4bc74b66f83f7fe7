import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'
import { browser as launchOptions } from '../devices.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { liveEvening, type Circle } from './circle.ts'
import { providers, stockClient, synced } from './stock-clients.ts'

/** Stock clients hang up after 30 s in which they heard nothing. This is the one test that waits for the time itself to pass. */
const IDLE_MS = 125_000

let server: TestServer
let circle: Circle
let browser: Browser | null = null
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
  if (existsSync(launchOptions.executablePath ?? '')) browser = await chromium.launch(launchOptions)
})
afterAll(async () => {
  await browser?.close()
  circle.leave()
  await server.remove()
})

/** y-websocket 3.1 as a page of our own origin would load it. */
const openPage = async (opened: Browser): Promise<Page> => {
  const entry = fileURLToPath(new URL('stock-page.mjs', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'stock' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const script = 'output' in (output ?? {}) ? (output as { output: { code?: string }[] }).output[0]?.code : undefined
  if (script === undefined) throw new Error('the page was not built')
  const page = await opened.newPage()
  await page.goto(`${server.url}/healthz`) // any page of this origin
  await page.addScriptTag({ content: script })
  return page
}

const inPage = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression)

test(
  'two idle minutes: no stock client comes back, in Node nor in Chromium, and all still hear a word',
  { timeout: IDLE_MS + 120_000 },
  async () => {
    const clients = Object.keys(providers).map((version) => stockClient(version, circle, circle.person('Dan Moreau').token))
    for (const client of clients) await synced(client)
    const page = browser === null ? null : await openPage(browser)
    if (page !== null) {
      const [base, token] = [server.url.replace('http', 'ws'), circle.person('Eve Simon').token]
      await inPage(page, `stock.enter(${JSON.stringify([`${base}/live`, circle.id, token])})`)
      await until('Chromium has synced', async () => (await inPage(page, 'stock.state().synced')) === true)
    }
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    const fil = circle.person('Fil Garnier')
    fil.doc.getMap('learnings').set('idle', { kind: 'learning', text: 'après deux minutes', rank: 0 })
    for (const client of clients) {
      await until('it hears the word', () => client.doc.getMap('learnings').has('idle'))
      expect([client.sockets, client.closes]).toEqual([1, []])
    }
    const leave = (): void => clients.forEach(({ provider }) => provider.destroy())
    if (page === null) {
      console.log('no Chromium: its part was left out')
      return leave()
    }
    await until('Chromium hears it', async () => (await inPage(page, 'stock.has("idle")')) === true)
    expect(await inPage(page, 'stock.state()')).toMatchObject({ sockets: 1, closes: [] })
    // Awareness, words written offline, and a close code, in the same page.
    await inPage(page, 'stock.offline("chromium")')
    await until('what it wrote offline is here', () => fil.doc.getMap('learnings').has('chromium'))
    const present = (): string => JSON.stringify([...(clients[0]?.provider.awareness.getStates().values() ?? [])])
    await until('it is seen under its name', () => present().includes('Eve Simon'))
    leave()
    const base = server.url.replace('http', 'ws')
    await inPage(page, `stock.enter(${JSON.stringify([`${base}/live`, circle.id, 'no token'])})`)
    await until('it is turned away for good', async () => JSON.stringify(await inPage(page, 'stock.state()')).includes('4401'))
  },
)

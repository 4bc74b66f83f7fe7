import type { BrowserContext, Page } from '@playwright/test'
import { actId } from '../player/act-id.ts'
import type { Json } from '../player/person.ts'
import type { DeviceLink } from './link.ts'

/** What a browser says when its network is gone: no fault of ours while a test holds the wire. */
const networkNoise = /net::ERR_|WebSocket connection to|Failed to fetch|Load failed/

/** A connection kept for the next call may be closed by the server, its time being over, at the very moment it is used again. */
const once = { connection: 'close' }

/** One phone or laptop in somebody’s hands: a browser context of its own behind a link of its own, whose console is listened to. */
export class Device {
  readonly name: string
  readonly origin: string
  /** The server’s own address, for acts over the contract: they must get through while this device’s link is cut. */
  readonly #server: string
  readonly link: DeviceLink
  readonly context: BrowserContext
  /** The page in front of the person; another one after `reopens`. */
  page: Page
  /** Errors of pages and console, violations of the page’s policy among them. */
  readonly faults: string[] = []
  #networkMayFail = false
  #expected: RegExp | null = null

  private constructor(name: string, origin: string, server: string, link: DeviceLink, context: BrowserContext, page: Page) {
    this.name = name
    this.origin = origin
    this.#server = server
    this.link = link
    this.context = context
    this.page = page
    this.#listen(page)
  }

  static async of(name: string, origin: string, server: string, link: DeviceLink, context: BrowserContext): Promise<Device> {
    return new Device(name, origin, server, link, context, await context.newPage())
  }

  /** Closes the page and opens another one in the same browser, as when a phone’s browser is swiped away. */
  async reopens(): Promise<void> {
    await this.page.close()
    this.page = await this.context.newPage()
    this.#listen(this.page)
  }

  /** Another tab of the same browser, which stays open behind the one in front. */
  async anotherTab(): Promise<Page> {
    const tab = await this.context.newPage()
    this.#listen(tab)
    return tab
  }

  /** From now on what the browser says about its network is expected: the server is about to be killed. */
  networkMayFail(): void {
    this.#networkMayFail = true
  }

  /** The server is about to refuse something, and the browser to say so, in these words. */
  willHear(words: RegExp): void {
    this.#expected = words
  }

  /** Opens an address of the app; of a whole link only path and fragment count, since each device has its own way to the server. */
  async goes(link: string): Promise<void> {
    const { pathname, search, hash } = new URL(link, this.origin)
    await this.page.goto(this.origin + pathname + search + hash)
  }

  /** Comes in over the contract by a link: from here on this browser’s cookie is somebody of the meeting. `given` says who, told for whom one may come. */
  async joins(link: string, given: (organisations: { id: string; label: string }[]) => Json): Promise<void> {
    const { pathname, hash } = new URL(link)
    const key = hash.slice(1)
    const meeting = `${this.origin}/api/meetings/${pathname.split('/')[2] ?? ''}`
    const board = await this.context.request.get(meeting, { headers: { ...once, authorization: `Bearer ${key}` } })
    const { organisations } = (await board.json()) as { organisations: { id: string; label: string }[] }
    const device = (this.page.viewportSize()?.width ?? 0) < 760 ? 'phone' : 'laptop'
    const data = { key, device, ...given(organisations) }
    const response = await this.context.request.post(`${meeting}/join`, { data, headers: { ...once, origin: this.origin } })
    if (!response.ok()) throw new Error(`${this.name} could not join: ${await response.text()}`)
  }

  /** An act of this device’s person over the contract, for what a test sets up and does not look at. Throws the server’s refusal. */
  async does(act: Json): Promise<{ id: string; result?: Json }> {
    const { meetingId, personId } = await this.identity()
    const id = actId()
    const response = await this.context.request.post(`${this.#server}/api/meetings/${meetingId}/acts?as=${personId}`, {
      data: { id, act },
      headers: { ...once, origin: this.#server },
    })
    if (!response.ok()) throw new Error(`${this.name} could not ${String(act['type'])}: ${await response.text()}`)
    return { id, ...((await response.json()) as { result?: Json }) }
  }

  /** What the contract answers to this device’s person under the meeting’s own path: '' is the board, '/late' what came after sealing. */
  async reads(path: '' | '/late'): Promise<Json> {
    const { meetingId, personId } = await this.identity()
    const response = await this.context.request.get(`${this.#server}/api/meetings/${meetingId}${path}?as=${personId}`, { headers: once })
    return (await response.json()) as Json
  }

  /** Who this device is, as it remembers it. */
  async identity(): Promise<{ meetingId: string; personId: string }> {
    const kept = await this.page.evaluate(() => localStorage.getItem('clairiere:persons'))
    const last = (JSON.parse(kept ?? '[]') as { meetingId: string; personId: string }[]).at(-1)
    if (!last) throw new Error(`${this.name} has not entered any meeting`)
    return last
  }

  #listen(page: Page): void {
    const hear = (text: string, where: string): void => {
      if ((this.#networkMayFail || this.link.disturbed) && networkNoise.test(text)) return
      if (this.#expected?.test(text)) return
      this.faults.push(`${this.name}: ${text} ${where}`)
    }
    page.on('console', (message) => {
      if (message.type() === 'error') hear(message.text(), message.location().url)
    })
    page.on('pageerror', (fault) => hear(fault.stack ?? fault.message, ''))
  }
}

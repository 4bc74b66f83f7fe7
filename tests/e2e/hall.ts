import { test as base, expect, type Browser, type BrowserContextOptions } from '@playwright/test'
import { laptop, phone } from '../devices.ts'
import { call, Person, type Json } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { Device } from './device.ts'
import { DeviceLink } from './link.ts'

/** A meeting as its three links. */
export interface OpenedMeeting {
  meetingId: string
  host: string
  join: string
  observe: string
}

/** `host`: the name of the server in this device’s address bar. */
type DeviceOptions = BrowserContextOptions & { host?: string }

type Clock = 'system' | 'manual'

/** The place where people meet in a test: a server on loopback, and the devices people brought. */
export class Hall {
  readonly server: TestServer
  readonly #isOwn: boolean
  readonly #browser: Browser
  readonly #devices: Device[] = []
  readonly #people: Person[] = []

  private constructor(browser: Browser, server: TestServer, isOwn: boolean) {
    this.server = server
    this.#isOwn = isOwn
    this.#browser = browser
  }

  /** Opens on a server where other meetings are held before and after. */
  static on(server: TestServer, browser: Browser): Hall {
    return new Hall(browser, server, false)
  }

  /** Opens on an empty server of its own; `clock: 'manual'` lets the test move the record's time, the one hook into the product that a test may use. */
  static async alone(browser: Browser, clock: Clock): Promise<Hall> {
    return new Hall(browser, await TestServer.start({ CLOCK: clock }), true)
  }

  /** Somebody’s phone, 360 × 640. */
  phone(name: string, options: DeviceOptions = {}): Promise<Device> {
    return this.#device(name, { ...phone, ...options })
  }

  /** Somebody’s laptop, 1366 × 768. */
  laptop(name: string, options: DeviceOptions = {}): Promise<Device> {
    return this.#device(name, { ...laptop, ...options })
  }

  async #device(name: string, { host = '127.0.0.1', ...options }: DeviceOptions): Promise<Device> {
    const link = await DeviceLink.open(this.server.port)
    const context = await this.#browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      // The app kept on the device is a subject of its own; elsewhere its hurry to fetch everything would only slow the others.
      serviceWorkers: 'block',
      // Pictures stand still, and nobody draws sixty frames of a sheet that slides in; with motion: main-line.
      reducedMotion: 'reduce',
      ...options,
    })
    const device = await Device.of(name, `http://${host}:${link.port}`, this.server.url, link, context)
    this.#devices.push(device)
    return device
  }

  /** A meeting made over the contract, for specs about what comes after. */
  async meeting(body: Json = {}): Promise<OpenedMeeting> {
    const { status, json } = await call('POST', `${this.server.url}/api/meetings`, {
      title: 'Réunion de la halle',
      purpose: 'Coopérer entre structures',
      scheduledStart: new Date().toISOString(),
      ...body,
    })
    expect(status).toBe(201)
    return { meetingId: String(json['meetingId']), ...(json['links'] as { host: string; join: string; observe: string }) }
  }

  /** Somebody who is there through the contract alone, without a screen. */
  async person(meeting: OpenedMeeting, name: string, more: Json & { link?: string } = {}): Promise<Person> {
    const { link = meeting.join, ...body } = more
    const person = await Person.join(this.server.url, meeting.meetingId, { key: link.split('#')[1], name, ...body })
    this.#people.push(person)
    return person
  }

  /** The server dies without a word and starts again on the same data. */
  async blackout(): Promise<void> {
    if (!this.#isOwn) throw new Error('others hold their meetings on this server: test.use({ ownServer: true })')
    for (const device of this.#devices) device.networkMayFail()
    await this.server.stop('SIGKILL')
  }

  /** What went wrong on any screen, by device. */
  get faults(): readonly string[] {
    return this.#devices.flatMap(({ faults }) => faults)
  }

  async close(): Promise<void> {
    for (const person of this.#people) person.leave()
    for (const { context } of this.#devices) await context.close()
    for (const { link } of this.#devices) await link.close()
    if (this.#isOwn) await this.server.remove()
  }
}

export interface HallOptions {
  /** Moved by hand it is that of a server of one's own. */
  readonly clock: Clock
  /** For who kills it, or wants its processor for themselves: starting one costs as much as half of a test. */
  readonly ownServer: boolean
}

/** Every test has its hall; an error on any screen’s console, a broken content policy among them, fails it. */
export const test = base.extend<HallOptions & { hall: Hall }, { server: TestServer }>({
  clock: ['system', { option: true }],
  ownServer: [false, { option: true }],
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture wants
    async ({}, use) => {
      const server = await TestServer.start()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  hall: async ({ browser, clock, ownServer, server }, use) => {
    const hall = clock === 'manual' || ownServer ? await Hall.alone(browser, clock) : Hall.on(server, browser)
    await use(hall)
    const faults = [...hall.faults]
    await hall.close()
    expect(faults, 'errors on screens').toEqual([])
  },
})
export { expect }

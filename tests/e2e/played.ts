import { metric } from '../faults/metrics.ts'
import { planAfter } from '../player/after.ts'
import { planArrival } from '../player/arrival.ts'
import { planClosing } from '../player/closing.ts'
import { Evening } from '../player/evening.ts'
import { loadFixture } from '../player/fixture.ts'
import { planItems } from '../player/items.ts'
import { planMood } from '../player/mood.ts'
import { call } from '../player/person.ts'
import { planWeather } from '../player/weather.ts'
import type { Device } from './device.ts'
import type { Hall } from './hall.ts'
import { savedMark } from './people.ts'
import { expect } from '@playwright/test'

const folder = new URL('../fixtures/reunion-2026-12-03/', import.meta.url)

/** The evening of 3 December held by the contract up to an hour, people’s screens then coming out one by one. The hall’s clock must be moved by hand. */
export class PlayedEvening {
  readonly evening: Evening
  readonly #hall: Hall

  private constructor(hall: Hall, evening: Evening) {
    this.#hall = hall
    this.evening = evening
  }

  /** Plays every step before `hour`; a variant is a patch beside the fixture. */
  static async until(hall: Hall, hour: string, variant?: string): Promise<PlayedEvening> {
    const fixture = new URL('reunion-2026-12-03.json', folder).pathname
    const evening = new Evening(loadFixture(fixture, variant && new URL(variant, folder).pathname), hall.server.url, hall.server)
    for (const plan of [planArrival, planWeather, planItems, planMood, planClosing]) plan(evening)
    planAfter(evening, () => undefined)
    evening.measures = false
    const played = new PlayedEvening(hall, evening)
    await played.goesOn(hour)
    return played
  }

  /** Plays on by the contract until an hour of the evening, or an instant after it (ms); within its minute, the steps before `order`. */
  async goesOn(when: string | number, order = -Infinity): Promise<void> {
    const at = typeof when === 'number' ? when : this.evening.hour(when)
    await this.evening.play(0, () => undefined, { at, order })
    await this.evening.clockTo(at)
  }

  /** Somebody takes a screen out, paired with the client that plays them: from here on a test sees what they see, and they act by either. */
  async takesOut(id: string, kind: 'laptop' | 'phone' = 'phone'): Promise<Device> {
    const person = this.evening.person(id)
    const first = person.name.split(' ')[0] ?? person.name
    const device = await this.#hall[kind](first, { acceptDownloads: true })
    const { status, json } = await call('POST', `${this.evening.base}/api/meetings/${this.evening.meetingId}/devices`, {}, person.token)
    expect(status, `a pairing code for ${person.name}`).toBeLessThan(300)
    await device.goes(`/m/${this.evening.meetingId}#${String(json['code'])}`)
    await expect(savedMark(device, 'enregistré')).toBeVisible()
    return device
  }

  /** Somebody loses the network altogether, until `device.link.restore()`; done once the server has seen both sockets go, so that the clock may be moved. */
  async loses(id: string, device: Device): Promise<void> {
    const openSockets = (): Promise<number> => metric(this.#hall.server, 'clairiere_sockets')
    const before = await openSockets()
    device.link.cut()
    this.evening.person(id).disconnect()
    await expect.poll(openSockets).toBeLessThanOrEqual(before - 2)
  }

  leaves(): void {
    for (const person of this.evening.people.values()) person.leave()
  }
}

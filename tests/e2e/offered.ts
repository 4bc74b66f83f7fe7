import { expect } from '@playwright/test'
import { actsOpenTo, isHeard, SecretBox, wordsState, type Act, type ActType, type Confidence, type PublicBoard } from '@clairiere/ritual'
import type { Person } from '../player/person.ts'
import { offerSaid, offersOf, shownAt, type Offer } from './about.ts'
import { controlsOf, type Control } from './controls.ts'
import type { Device } from './device.ts'
import { meaningOf } from './known-controls.ts'

/** The rules’ own answer for somebody now, as their device may know it: the board of the document, their confidences. */
export const allowedTo = (person: Person, board: PublicBoard, now: number): readonly Act[] => {
  const mine = [...person.confidences.values()].filter((view) => view['payload'] !== null && view['kind'] !== 'answered')
  const scene = {
    board,
    words: wordsState(person.doc),
    secrets: new SecretBox(mine as unknown as Confidence[]),
    online: new Set(Object.values(board.people).flatMap((one) => (isHeard(one) ? [one.id] : []))),
    now: new Date(now).toISOString(),
    knowsAll: false,
  }
  return actsOpenTo(scene, { kind: 'person', personId: person.id })
}

/** What a screen offers where it stands, by what it says; the same twice is one. */
export interface Offered {
  acts: Map<string, Offer>
  /** There, but held back by a rule: pressing it says why. */
  held: Map<string, Offer>
  /** Controls that neither carry an act nor are known by where they stand and what they say. */
  unknown: Set<string>
}

export const nothingYet = (): Offered => ({ acts: new Map(), held: new Map(), unknown: new Set() })

const menus = /^(?:Autrement|Autres gestes|Autres issues|Gestes)$/

/** Everything that this screen offers at the place where it is, its menus opened one after the other. */
export const offeredOn = async (device: Device, board: PublicBoard, so: Offered = nothingYet()): Promise<Offered> => {
  const shown = shownAt(board, new URL(device.page.url()).pathname)
  const take = (controls: readonly Control[]): void => {
    for (const control of controls) {
      const { act, held, name, where } = control
      const meant = act === null ? meaningOf(control) : [act as ActType]
      if (meant === null) so.unknown.add(where === '' ? name : `${where} › ${name}`)
      for (const offer of offersOf(control, meant ?? [], shown)) (held ? so.held : so.acts).set(offerSaid(offer), offer)
    }
  }
  take(await controlsOf(device))
  for (const menu of await device.page
    .getByRole('button', { name: menus })
    .and(device.page.locator(':not([inert] *)'))
    .filter({ visible: true })
    .all()) {
    // What a menu opens over the page is about what its button stands beside.
    const beside = { about: await menu.evaluate(besideOf).catch(() => null), inPage: true }
    // A menu may go with the step it belonged to before it is opened: what is missed so is walked through again.
    const opened = await menu.click({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (!opened) continue
    await device.page.getByRole('menuitem').first().waitFor()
    take((await controlsOf(device)).map((control) => (control.role === 'menuitem' ? { ...control, ...beside } : control)))
    await closesMenu(device)
  }
  return so
}

/** As one does who sees that it is still open: a key that comes before the menu has the focus may pass it by. */
const closesMenu = ({ page }: Device): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menuitem').first()).toBeHidden({ timeout: 2000 })
  }).toPass({ timeout: 15_000 })

const besideOf = (button: Element): string | null => button.closest<HTMLElement>('[data-about]')?.dataset['about'] ?? null

import { actsOpenTo, isHeard, SecretBox, wordsState, type Act, type ActType, type Confidence, type PublicBoard } from '@clairiere/ritual'
import type { Person } from '../player/person.ts'
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

/** What a screen offers where it stands. */
export interface Offered {
  acts: Set<ActType>
  /** There, but held back by a rule: pressing it says why. */
  held: Set<ActType>
  /** Controls that neither carry an act nor are known by where they stand and what they say. */
  unknown: Set<string>
}

const menus = /^(?:Autrement|Autres gestes|Autres issues|Gestes)$/

/** Everything that this screen offers at the place where it is, its menus opened one after the other. */
export const offeredOn = async (
  device: Device,
  so: Offered = { acts: new Set(), held: new Set(), unknown: new Set() },
): Promise<Offered> => {
  const take = (controls: readonly Control[]): void => {
    for (const control of controls) {
      const { act, held, name, where } = control
      if (act) {
        ;(held ? so.held : so.acts).add(act as ActType)
        continue
      }
      const acts = meaningOf(control)
      if (acts === null) so.unknown.add(where === '' ? name : `${where} › ${name}`)
      for (const one of acts ?? []) so.acts.add(one)
    }
  }
  take(await controlsOf(device))
  for (const menu of await device.page
    .getByRole('button', { name: menus })
    .and(device.page.locator(':not([inert] *)'))
    .filter({ visible: true })
    .all()) {
    // A menu may go with the step it belonged to before it is opened: what is missed so is walked through again.
    const opened = await menu.click({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (!opened) continue
    await device.page.getByRole('menuitem').first().waitFor()
    take(await controlsOf(device))
    await device.page.keyboard.press('Escape')
    await device.page.getByRole('menuitem').first().waitFor({ state: 'hidden' })
  }
  return so
}

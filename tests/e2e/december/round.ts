import { expect } from '@playwright/test'
import { until } from '../../player/until.ts'
import { button, press } from '../gestures.ts'
import type { Circle } from './circle.ts'

interface Turn {
  turnId: string
  personId: string
}

/** The turn that runs now. */
const turnOf = async (circle: Circle): Promise<Turn | null> => ((await circle.board())['now'] as { turn: Turn | null }).turn

/**
 * The word goes round until everyone has had it: whoever has a screen ends their own turn there, facilitation by « Donner la suite » where that is what its screen
 * offers; the others end theirs by the contract. `passes` says who passes; they are offered the word once more. Answers the fixture ids in the order they spoke.
 */
export const speaksRound = async (
  circle: Circle,
  passes: readonly string[] = [],
  seenMeanwhile?: (speaker: string) => Promise<void>,
): Promise<string[]> => {
  const people = (await circle.board())['people'] as { id: string; name: string }[]
  const fixtureId = new Map(people.map(({ id, name }) => [id, circle.fixture.participants.find((one) => one.name === name)?.id ?? '']))
  const awa = circle.screen('awa')
  const spoken: string[] = []
  const ended = new Set<string>()
  for (;;) {
    let turn: Turn | null = null
    await until('a turn, or the end of the round', async () => {
      turn = await turnOf(circle)
      return (
        (turn !== null && !ended.has(turn.turnId)) ||
        (turn === null && (await button(awa, /^(?:Finir le tour|Donner la parole)$/).count()) > 0)
      )
    })
    if (turn === null) {
      if ((await button(awa, 'Finir le tour').count()) > 0) break
      await press(awa, 'Donner la parole')
      continue
    }
    const { turnId, personId } = turn as Turn
    ended.add(turnId)
    const who = fixtureId.get(personId) ?? ''
    if (seenMeanwhile && spoken.length === 0) await seenMeanwhile(who)
    if (!spoken.includes(who)) spoken.push(who)
    if (!circle.isOnScreen(who)) {
      await circle.other(who).does({ type: passes.includes(who) ? 'pass-turn' : 'end-turn', turnId })
      continue
    }
    const screen = circle.screen(who)
    const done = button(screen, 'J’ai terminé')
    if (who === 'awa') await done.or(button(screen, 'Donner la suite')).first().click()
    else await done.click()
    await expect(done).toHaveCount(0)
  }
  await press(awa, 'Finir le tour')
  return spoken
}

import { expect } from '@playwright/test'
import { enter, proposeItem } from '../../player/arrival.ts'
import { listsItem } from '../agenda.ts'
import { doesNotSee, press, sees } from '../gestures.ts'
import { givesWeather } from '../weather.ts'
import type { Circle } from './circle.ts'
import { speaksRound } from './round.ts'

const words: Record<string, string> = {
  sun: 'soleil',
  clearing: 'éclaircies',
  rainbow: 'arc-en-ciel',
  clouds: 'nuages',
  wind: 'vent',
  fog: 'brouillard',
  rain: 'pluie',
  storm: 'orage',
}

/** Whoever has no screen gives theirs by the contract. */
export const givesByContract = async (circle: Circle, id: string): Promise<void> => {
  const entry = circle.fixture.weather.find(({ person }) => person === id)
  await circle
    .other(id)
    .does(
      entry?.value
        ? { type: 'give-weather', value: entry.value, ...(entry.words ? { words: entry.words } : {}) }
        : { type: 'pass-weather' },
    )
}

/** 18:05–18:14: one's own weather on one's own screen, then each says it; nobody answers, and who is here for the first time does not begin. */
export const sharesWeather = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await circle.itIs('18:05')
  await press(awa, 'Passer à la météo')
  await Promise.all(
    circle.fixture.weather.map(async ({ person, value, words: said }) => {
      if (circle.isOnScreen(person)) await givesWeather(circle.screen(person), words[value ?? ''] ?? '', said ?? '')
      else if (circle.evening.people.has(person)) await givesByContract(circle, person)
    }),
  )
  await press(awa, 'Lancer le tour')
  const spoken = await speaksRound(circle, ['joris'], async (first) => {
    const others = circle.screens.filter((screen) => screen.name !== circle.firstName(first) && screen.name !== 'Awa')
    await sees(others, 'On ne répond pas, on ne commente pas.')
    // Nothing to answer with while somebody speaks [AC-04].
    for (const { page } of others) await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  })
  expect(spoken).toHaveLength(13)
  expect(spoken[0], 'a newcomer never begins').not.toBe('maiwenn')
  await sees(circle.screens, 'météos dans le ciel')
  await sees(circle.screen('capucine'), 'Reposée.')
  await sees(awa, /^et 1 personne passe$/)
}

/** 18:14–18:18: what we had said, line by line; each answers for what they carry. */
export const followsUp = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await circle.itIs('18:14')
  await press(awa, 'Passer au suivi')
  await sees(circle.screens, /ECO-2026-012 · Coop du Tilleul · reçue/)
  const actions = (await circle.board())['actions'] as { id: string; ref: string }[]
  for (const { ref, who, state } of (circle.fixture.previous?.['actions'] ?? []) as { ref: string; who: string[]; state: string }[])
    await circle
      .other(who[0] ?? '')
      .does({ type: 'update-action', actionId: actions.find((one) => one.ref === ref)?.id, seen: true, status: state })
  await sees(awa, '2 sur 2 regardées')
}

/** 18:21: Nassim comes in from the train, gives his weather without a word aloud, and brings the fifth item. */
export const welcomesNassim = async (circle: Circle): Promise<void> => {
  await circle.itIs('18:21')
  await enter(circle.evening, 'nassim')
  await circle.other('nassim').does({ type: 'agree-frame' })
  const carriers = new Map(
    await Promise.all(circle.evening.fixtureItem('5').carriers.map(async (who) => [who, await circle.idOf(who)] as const)),
  )
  await proposeItem(circle.evening, '5', (who) => carriers.get(who) ?? '')
  const awa = circle.screen('awa')
  await awa.page.keyboard.press('o')
  await listsItem(awa, circle.evening.fixtureItem('5').title)
  await awa.page.keyboard.press('m')
  await circle.itIs('18:22')
  await givesByContract(circle, 'nassim')
  const weather = (await circle.board())['weather'] as { value: string | null; passed: boolean }[]
  expect(weather.filter(({ value }) => value !== null)).toHaveLength(13)
  await doesNotSee(circle.screens, 'J’arrive du train, le temps de me poser.')
}

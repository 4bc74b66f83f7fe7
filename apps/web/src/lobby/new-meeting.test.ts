import { expect, test } from 'vitest'
import { organisationsText } from './organisations-text.ts'
import { earlierFrom, instantOf, meetingBody, startingForm } from './new-meeting.ts'

test('the form starts at the next half-hour, also across midnight', () => {
  expect(startingForm(new Date(2026, 11, 3, 17, 40))).toMatchObject({ day: '2026-12-03', hour: '18:00' })
  expect(startingForm(new Date(2026, 11, 31, 23, 45))).toMatchObject({ day: '2027-01-01', hour: '00:00' })
})

test('a day and an hour of this device make an instant; anything else makes none', () => {
  expect(instantOf({ day: '2026-12-03', hour: '18:00' })).toBe(new Date(2026, 11, 3, 18).getTime())
  expect(instantOf({ day: '', hour: '18:00' })).toBeNull()
  expect(instantOf({ day: '2026-12-03', hour: '' })).toBeNull()
})

test('the body is complete enough for the meeting to be convened at once', () => {
  const form = { ...startingForm(new Date(2026, 11, 3, 17, 40)), title: ' Essai ' }
  expect(meetingBody(form, form.title, 'Nous réunir.', 'fr', 'Europe/Paris')).toEqual({
    body: {
      title: 'Essai',
      type: 'ecosystem',
      purpose: 'Nous réunir.',
      locale: 'fr',
      timezone: 'Europe/Paris',
      scheduledStart: new Date(2026, 11, 3, 18).toISOString(),
      plannedMinutes: 90,
    },
  })
  expect(meetingBody(form, '  ', 'x', 'fr', 'Europe/Paris')).toEqual({ missing: 'title' })
  expect(meetingBody({ ...form, day: '' }, 'x', 'x', 'fr', 'Europe/Paris')).toEqual({ missing: 'date' })
})

test('[E7, E8, I2] what the circle changes goes with it: its structures by name, the parts left out', () => {
  const text = `${organisationsText([{ label: 'SCI Le Tilleul' }])}\n\nCoop des Halles\ncommission Fêtes\nCoop des halles !\nCoop des Halles`
  const form = {
    ...startingForm(new Date(2026, 11, 3, 17, 40)),
    place: ' Halle ',
    minutes: 60,
    without: ['roles' as const],
    organisations: text,
  }
  expect(meetingBody(form, 'Essai', 'x', 'fr', 'Europe/Paris')).toMatchObject({
    body: {
      place: 'Halle',
      plannedMinutes: 60,
      without: ['roles'],
      organisations: [
        { id: 'org:sci', kind: 'structure' },
        { id: 'org:coop-des-halles', label: 'Coop des Halles', kind: 'structure' },
        { id: 'org:commission-fetes', kind: 'commission' },
        { id: 'org:coop-des-halles-2', kind: 'structure' },
      ],
    },
  })
})

test('[F11, B18] the form carries the meeting it follows, the frame and what is protected', () => {
  const key = 'k'.repeat(43)
  const previous = earlierFrom(` https://exemple.fr/m/01J00000000000000000000000#${key} `)
  expect(previous).toEqual({ meetingId: '01J00000000000000000000000', key })
  expect(earlierFrom(`https://exemple.fr/lire/01J#${key}`)).toEqual({ meetingId: '01J', key })
  for (const cut of ['', 'https://exemple.fr/m/01J', 'https://exemple.fr/m/01J#court', `https://exemple.fr/autre/01J#${key}`])
    expect(earlierFrom(cut)).toBeNull()
  const form = {
    ...startingForm(new Date(2026, 11, 3, 17, 40)),
    frame: ' J’écoute \n\nJe passe',
    privacy: { weather: 'held' as const },
    previous,
  }
  expect(meetingBody(form, 'Essai', 'x', 'fr', 'Europe/Paris')).toMatchObject({
    body: { frame: ['J’écoute', 'Je passe'], privacy: { weather: 'held' }, previous },
  })
})

test('[A16, A17] what the group makes its own goes with it; what was left as proposed is not sent, and is taken over', () => {
  const form = startingForm(new Date(2026, 11, 3, 17, 40))
  const bodyOf = (more: Partial<typeof form>) => meetingBody({ ...form, ...more }, 'Essai', 'x', 'fr', 'Europe/Paris')
  const ritual = { followUp: 'after' as const, stepMinutes: { weather: 20 }, prompts: { weather: 'Quel bois ?' } }
  expect(bodyOf({ ritual, exceptions: ['org:sci', 'funding'] })).toMatchObject({
    body: {
      steps: ['welcome', 'weather', 'agenda', 'follow-up', 'closing', 'wrap-up'],
      stepMinutes: { weather: 20 },
      prompts: { weather: 'Quel bois ?' },
      authorities: { 'org:sci': 'meeting', funding: 'meeting' },
    },
  })
  expect(bodyOf({ authority: 'meeting', exceptions: ['funding'] })).toMatchObject({ body: { authorities: { funding: 'structure' } } })
  for (const untouched of ['steps', 'stepMinutes', 'prompts', 'authorities'])
    expect(bodyOf({ ritual: {}, exceptions: [] })).not.toHaveProperty(`body.${untouched}`)
})

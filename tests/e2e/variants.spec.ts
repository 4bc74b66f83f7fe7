import { byId } from '../player/evening.ts'
import { call } from '../player/person.ts'
import { picks } from './choices.ts'
import { takesPosition } from './decisions.ts'
import { button, press, sees, sheet } from './gestures.ts'
import { expect, test } from './hall.ts'
import { savedMark } from './people.ts'
import { PlayedEvening } from './played.ts'

test.use({ clock: 'manual' })

/** The draft as facilitation or scribe takes it away. */
const draft = async (evening: PlayedEvening, id: string): Promise<string> => (await evening.evening.person(id).minutes('md')).text

test('[V4] Hugo and Élise both take the pen offline: one holds it, the other is asked to be the pair; nobody reads « conflit »', async ({
  hall,
}) => {
  const played = await PlayedEvening.until(hall, '18:02')
  const hugo = await played.takesOut('hugo', 'laptop')
  const elise = await played.takesOut('elise', 'laptop')
  const devices = [hugo, elise]
  // Both open the card while the network is there, then lose it, then take the role.
  for (const [id, device] of [
    ['hugo', hugo],
    ['elise', elise],
  ] as const) {
    await button(device, /^scribe à prendre/).click()
    await expect(sheet(device).getByRole('button', { name: 'Je prends ce rôle' })).toBeVisible()
    await played.loses(id, device)
  }
  for (const device of devices) {
    await expect(savedMark(device, /^hors ligne/)).toBeVisible()
    await sheet(device).getByRole('button', { name: 'Je prends ce rôle' }).click()
    await sees(device, 'Gardé sur cet appareil')
    await sheet(device).getByRole('button', { name: 'Fermer' }).last().click()
  }
  hugo.link.restore()
  await expect(button(elise, /^scribe/)).toBeVisible()
  await expect(button(hugo, /^scribe Hugo/)).toBeVisible()
  elise.link.restore()
  await sees(elise, 'On te propose, en binôme : scribe')
  await press(elise, 'J’accepte')
  for (const device of devices) await expect(button(device, /^scribe Hugo et Élise/)).toBeVisible()
  for (const device of devices) await expect(device.page.getByText(/conflit/i)).toHaveCount(0)
  played.leaves()
})

test('[V7] item 4 is not finished: « reporter ce qui reste » suspends the decision, erases positions, keeps the second text for next time', async ({
  hall,
}) => {
  const played = await PlayedEvening.until(hall, '19:00')
  const { evening } = played
  const awa = await played.takesOut('awa', 'laptop')
  const dario = await played.takesOut('dario')
  await press(awa, 'Ouvrir les positions')
  await sees(dario, 'As-tu une objection')
  const objection = 'Les rencontres sans budget seraient exclues.'
  await picks(dario, 'j’ai une objection')
  await dario.page.getByRole('textbox', { name: 'Ta raison' }).fill(objection)
  await dario.page.getByRole('textbox', { name: 'Ta raison' }).blur()
  await sees(awa, '1 sur 13 a répondu.')
  await evening.clockTo(evening.hour('19:20'))
  for (const step of [1, 2]) {
    await press(awa, 'Autrement')
    await awa.page.getByRole('menuitem', { name: 'Passer cette étape' }).click()
    await expect(awa.page.getByRole('menuitem')).toHaveCount(0)
    if (step === 1) await sees(dario, 'Ce temps, pour toi ?')
  }
  await sees(dario, 'On se quitte')
  await press(awa, 'Clore la réunion')
  await expect(sheet(awa).getByText('Il reste ceci d’ouvert')).toBeVisible()
  await expect(
    sheet(awa)
      .getByText(/Charte d’usage de la salle commune de Lustrac/)
      .first(),
  ).toBeVisible()
  await sheet(awa).getByRole('button', { name: 'Reporter ce qui reste, et clore' }).click()
  await sees([awa, dario], /en relecture jusqu’au/)
  const board = await evening.person('farid').board()
  const decision = byId(board, 'decisions', evening.decisionId) as { status: string; versions: { n: number; text: string }[] }
  expect(decision.status).toBe('suspended')
  const second = evening.fixture.decision?.versions[1]?.text ?? ''
  expect(decision.versions.at(-1)).toMatchObject({ n: 2, text: second })
  await dario.goes(`/m/${evening.meetingId}/decision/${evening.decisionId}`)
  await sees(dario, 'Suspendue, sans effet.')
  await expect(dario.page.getByText(/^À revoir le/), 'of what was not adopted').toHaveCount(0)
  const minutes = await draft(played, 'elise')
  expect(minutes).toMatch(/suspendue \(version 2\)/)
  expect(minutes).toContain(second)
  for (const text of [minutes, JSON.stringify(board)]) expect(text).not.toContain(objection)
  expect(hall.server.filesWith(objection), 'files that hold a position').toEqual([])
  const next = await call('POST', `${evening.base}/api/meetings`, {
    title: 'Réunion suivante',
    type: 'ecosystem',
    previous: { meetingId: evening.meetingId, key: evening.links.host.split('#')[1] },
  })
  const made = next.json as { meetingId: string; links: { host: string } }
  const shown = await call('GET', `${evening.base}/api/meetings/${made.meetingId}`, undefined, made.links.host.split('#')[1])
  expect(shown.text).toContain(`"kept":{"text":${JSON.stringify(second)}`)
  played.leaves()
})

test('[V3] Joris objects while his phone is away: never counted, never silent; facilitation and decision keeper read it, and the group chooses', async ({
  hall,
}) => {
  const played = await PlayedEvening.until(hall, '19:01')
  const { evening } = played
  const { decisionId } = evening
  const awa = await played.takesOut('awa', 'laptop')
  const katell = await played.takesOut('katell')
  const joris = await played.takesOut('joris')
  // The second text is before him; the pause comes and goes, then his network does.
  await expect(button(joris, 'Dire une objection arrivée après le tour')).toBeVisible()
  await played.goesOn('19:05', 0)
  await expect(joris.page.getByRole('heading', { name: 'Pause' })).toBeHidden()
  await played.loses('joris', joris)
  await expect(savedMark(joris, /^hors ligne/)).toBeVisible()
  await evening.clockTo(evening.hour('19:06'))
  await press(joris, 'Dire une objection arrivée après le tour')
  const objection = 'Les permanences reposeraient encore sur les deux mêmes.'
  await joris.page.getByRole('textbox', { name: 'Ta raison' }).fill(objection)
  await press(joris, 'Dire mon objection')
  await sees(joris, 'Gardé sur cet appareil')

  await played.goesOn('19:09')
  await press(awa, 'Ouvrir un nouveau tour')
  await sees(awa, 'As-tu une objection')
  for (const who of evening.people.keys())
    if (who !== 'joris' && who !== 'maiwenn') {
      const act = { type: 'give-position', decisionId, round: 2, position: 'no-objection', voice: null }
      const person = evening.person(who)
      const answer = await person.actByHttp(act)
      expect(answer.ok, `${who}: ${answer.message}`).toBe(true)
    }
  await sees(awa, /Il manque|12 sur 1[23] ont répondu/)
  await press(awa, 'Dévoiler')
  await sees([awa, katell], 'Personne ne fait objection')

  await evening.clockTo(evening.hour('19:10'))
  joris.link.restore()
  await sees([awa, katell], objection)
  await sees([awa, katell], /arrivée après le tour/)
  const { objections } = byId(await evening.person('farid').board(), 'decisions', decisionId) as {
    objections: { text: string; late: boolean }[]
  }
  expect(objections.find(({ text }) => text === objection)).toMatchObject({ late: true })
  // The group takes it in: one step back, and it is on its way like any other.
  await expect(button(awa, 'Revenir d’une étape')).toBeVisible()
  played.leaves()
})

test('[V3] [§4.5] an objection given to the open round while its phone is away comes back after the reveal: said in one tap, with or without words', async ({
  hall,
}) => {
  const played = await PlayedEvening.until(hall, '19:09')
  const { evening } = played
  const { decisionId } = evening
  const awa = await played.takesOut('awa', 'laptop')
  const joris = await played.takesOut('joris')
  const dario = await played.takesOut('dario')
  await press(awa, 'Ouvrir un nouveau tour')
  const objection = 'Les permanences reposeraient encore sur les deux mêmes.'
  for (const [id, device, words] of [
    ['joris', joris, objection],
    ['dario', dario, ''],
  ] as const) {
    await sees(device, 'j’ai une objection')
    await played.loses(id, device)
    await expect(savedMark(device, /^hors ligne/)).toBeVisible()
    await takesPosition(device, 'j’ai une objection', words)
    await sees(device, 'Gardé sur cet appareil')
  }
  for (const who of evening.people.keys())
    if (who !== 'joris' && who !== 'dario' && who !== 'maiwenn')
      await evening.person(who).actByHttp({ type: 'give-position', decisionId, round: 2, position: 'no-objection', voice: null })
  await evening.clockTo(evening.hour('19:11'))
  await press(awa, 'Dévoiler')
  await sees(awa, 'Personne ne fait objection')
  joris.link.restore()
  await sees(joris, objection)
  await press(joris, 'La dire maintenant, arrivée après le tour')
  await sees(awa, objection)
  await sees(awa, /arrivée après le tour/)
  dario.link.restore()
  // Nothing was written with it: it stands there all the same, and asks for its reason.
  const handedBack = dario.page.getByRole('listitem').filter({ has: button(dario, 'La dire maintenant, arrivée après le tour') })
  await handedBack.getByRole('textbox', { name: 'Ta raison' }).fill('Je n’ai pas compris qui tient le calendrier.')
  await press(dario, 'La dire maintenant, arrivée après le tour')
  await sees(awa, 'Je n’ai pas compris qui tient le calendrier.')
  played.leaves()
})

test('[V1] Awa loses the network: after 20 s everyone reads it, after 60 s Farid is offered the relay; both are in the minutes with their hours', async ({
  hall,
}) => {
  const played = await PlayedEvening.until(hall, '18:52')
  const { evening } = played
  const awa = await played.takesOut('awa', 'laptop')
  const farid = await played.takesOut('farid')
  const dario = await played.takesOut('dario')
  await played.loses('awa', awa)
  await expect(savedMark(awa, /^hors ligne/)).toBeVisible()
  await evening.secondsPass(21)
  await sees([farid, dario], /Awa est hors ligne/)
  await evening.secondsPass(40)
  await sees(farid, /Awa est hors ligne depuis une minute\. Prendre le relais/)
  await expect(dario.page.getByText(/Prendre le relais/)).toHaveCount(0)
  await press(farid, 'Prendre le relais')
  await expect(button(farid, 'Prendre le relais')).toHaveCount(0)
  await evening.clockTo(evening.hour('18:55'))
  await press(farid, 'Passer aux clarifications')
  await evening.clockTo(evening.hour('18:58'))
  awa.link.restore()
  // Back, she reads what happened and may ask for it again; she never snatches it.
  await sees(awa, /Farid a pris le relais de la facilitation/)
  await expect(button(awa, 'Passer aux ressentis')).toHaveCount(0)
  await press(awa, 'Demander à reprendre')
  await evening.clockTo(evening.hour('18:59'))
  await press(farid, 'Rendre à Awa')
  await sees(awa, 'Farid te passe : facilitation')
  await press(awa, 'J’accepte')
  await expect(button(awa, 'Passer aux ressentis')).toBeVisible()
  expect(await draft(played, 'elise')).toContain('Facilitation : Awa Ferrand, Farid Benhaddou (18 h 53 – 18 h 59)')
  played.leaves()
})

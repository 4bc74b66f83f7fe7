import { BigMeeting } from './big-meeting.ts'
import { expect, test } from './hall.ts'
import { fitsTheWidth, looksAt, pictures } from './looked-at.ts'

test('a decision has its page, its structure a link without account, and the sealed minutes a link to read', async ({ hall }) => {
  const big = await BigMeeting.begins(hall)
  const { awa, ben, gwen } = big
  await big.hasDecided()
  await big.phase('wrap-up')
  await big.closes()
  await big.seals()
  const decision = ((await awa.reads(''))['decisions'] as { id: string; ref: string }[])[0]
  const { result } = await awa.does({ type: 'transmit', decisionId: decision?.id })
  const token = String(Object.values((result?.['inbox'] ?? {}) as Record<string, string>)[0])

  // By its link alone, on a phone that knows nothing of the meeting.
  const sci = await hall.phone('SCI')
  await sci.goes(`/inbox#${token}`)
  await expect(sci.page.getByText(/stères de bois/)).toBeVisible()
  await sci.page.getByRole('button', { name: 'Accuser réception' }).click()
  await expect(sci.page.getByText(/^pour enregistrement · reçue le/)).toBeVisible()
  const noted = sci.page.getByText('C’est noté')
  await expect(noted).toBeVisible()
  await sci.page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(noted, 'said of the answer before').toBeHidden()
  await sci.page.getByRole('textbox', { name: 'Référence dans la structure' }).fill('SCI-2026-07')
  await sci.page.getByRole('textbox', { name: 'Liens vers les documents' }).fill('https://exemple.fr/pv.pdf')
  await pictures(sci, 'inbox-register')
  await sci.page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(sci.page.getByText(/référence SCI-2026-07/)).toBeVisible()
  await looksAt(sci, 'inbox')

  await ben.goes(`/m/${big.meetingId}/registres`)
  await ben.page.getByRole('link', { name: `Voir ${decision?.ref}` }).click()
  await expect(ben.page.getByRole('heading', { level: 1, name: /Acheter le bois ensemble/ })).toBeVisible()
  await expect(ben.page.getByText(/référence SCI-2026-07/)).toBeVisible()
  await expect(ben.page.getByRole('link', { name: 'https://exemple.fr/pv.pdf' })).toBeVisible()
  await expect(ben.page.getByText('Personne n’est là pour recevoir le bois avant le 20.')).toBeVisible()
  await expect(ben.page.getByText(decision?.ref ?? '', { exact: true })).toHaveCount(1)
  await looksAt(ben, 'decision-page')
  // Its own address: a reload leads back to it.
  await awa.goes(new URL(ben.page.url()).pathname)
  await expect(awa.page.getByText(/référence SCI-2026-07/)).toBeVisible()
  await pictures(awa, 'decision-page')
  await gwen.goes(`/m/${big.meetingId}/rapporter`)
  const copy = gwen.page.getByRole('button', { name: 'Copier le texte' })
  await gwen.page.getByRole('combobox', { name: 'Structure' }).selectOption({ label: 'Association L’Abeille' })
  await expect(gwen.page.getByText('Rien de cette réunion ne concerne cette structure.')).toBeVisible()
  await expect(copy, 'of nothing').toHaveCount(0)
  await gwen.page.getByRole('combobox', { name: 'Structure' }).selectOption({ label: 'SCI Le Tilleul' })
  await expect(copy).toBeVisible()
  await expect(gwen.page.getByRole('heading', { name: 'À enregistrer' })).toBeVisible()
  await pictures(gwen, 'digest')

  // The audience reads the sealed minutes, in English too, and at 200 %.
  await awa.goes(`/m/${big.meetingId}/compte-rendu`)
  await awa.page.getByRole('button', { name: 'Rouvrir', exact: true }).click()
  await awa.page.getByRole('button', { name: 'Tourner ma clé pour rouvrir' }).click()
  await expect(awa.page.getByText('Dis pourquoi rouvrir.'), 'no key is turned without a reason').toBeVisible()
  await awa.page.getByRole('button', { name: 'Fermer' }).last().click()
  await awa.page.getByRole('button', { name: 'Donner à lire' }).click()
  const link = await awa.page.getByRole('textbox', { name: 'Un lien pour lire le compte rendu' }).inputValue()
  // Under an open sheet a window that grows narrow keeps its columns, and they fit all the same.
  await awa.page.setViewportSize({ width: 360, height: 640 })
  await fitsTheWidth(awa, 'the minutes under a sheet')
  await awa.page.getByRole('button', { name: 'Fermer' }).last().click()
  const reader = await hall.laptop('Someone', { locale: 'en-GB', viewport: { width: 683, height: 384 } })
  await reader.goes(link)
  await expect(reader.page.getByRole('heading', { level: 1, name: 'Sealed minutes, version 1' })).toBeVisible()
  await expect(reader.page.getByRole('article', { name: 'The minutes' })).toContainText('Acheter le bois ensemble')
  await looksAt(reader, 'reading-english-200')
})

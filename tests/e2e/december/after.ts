import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Device } from '../device.ts'
import { button, fills, press, sees } from '../gestures.ts'
import type { Circle } from './circle.ts'

/** 4 December: Katell transmits the decision from her phone; the structure gets a link that needs no account. Answers the address for the SCI. */
export const transmits = async (circle: Circle): Promise<string> => {
  const katell = circle.screen('katell')
  const { transmission } = circle.fixture
  await circle.evening.clockTo(circle.evening.hour('12:00') + 24 * 3_600_000)
  await sees(katell, 'Décisions à transmettre')
  await press(katell, 'Transmettre')
  await sees(circle.screen('maiwenn'), 'transmise')
  return katell.page.getByRole('textbox', { name: `Lien pour ${circle.orgLabel(transmission?.to)}` }).inputValue()
}

/** 4–10 December: everyone may read their own words again; nobody takes anything back. Only Awa and Élise may take a draft away, marked as such [AC-24]. */
export const settlesDown = async (circle: Circle): Promise<void> => {
  await sees(circle.screen('dario'), 'Mes paroles')
  await expect(circle.screen('dario').page.getByRole('link', { name: 'Markdown' })).toHaveCount(0)
  const draft = await takesAway(circle.screen('awa'), 'Markdown')
  expect(draft.split('\n')[0]).toMatch(/^PROJET – en relecture jusqu’au/)
}

/** 11 December, 9:00: two keys, and the minutes no longer change. */
export const seals = async (circle: Circle): Promise<void> => {
  const [awa, elise] = [circle.screen('awa'), circle.screen('elise')]
  await circle.evening.clockTo(Date.parse(circle.fixture.meeting.sealedAt))
  await press(awa, 'Tourner ma clé')
  await expect(button(awa, 'Tourner ma clé')).toHaveCount(0)
  await press(elise, 'Tourner ma clé et sceller')
  // Each of eight screens starts anew on a fresh document, on one machine: longer than in a hall.
  for (const { page, name } of circle.screens)
    await expect(page.getByText('Compte rendu scellé, version 1').filter({ visible: true }).first(), name).toBeVisible({ timeout: 30_000 })
}

/** A format of the minutes, through the page’s own link. */
export const takesAway = async ({ page }: Device, format: 'Markdown' | 'DokuWiki' | 'MediaWiki'): Promise<string> => {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: format }).click()
  return readFile(await (await download).path(), 'utf8')
}

/** What the page gives equals what the fixture expects, byte for byte, whoever takes it away [AC-25]. */
export const comparesMinutes = async (circle: Circle): Promise<void> => {
  const files = { Markdown: 'compte-rendu.md', DokuWiki: 'compte-rendu.dokuwiki.txt', MediaWiki: 'compte-rendu.mediawiki.txt' } as const
  for (const [format, file] of Object.entries(files)) {
    const expected = await readFile(new URL(`../../fixtures/reunion-2026-12-03/${file}`, import.meta.url), 'utf8')
    for (const id of ['awa', 'maiwenn'] as const)
      expect(await takesAway(circle.screen(id), format as keyof typeof files), `${file} by ${id}`).toBe(expected)
  }
}

/** The SCI’s own page: received, registered under its reference; in the meeting the decision is then in force [AC-19]. */
export const registers = async (circle: Circle, address: string): Promise<void> => {
  const structure = await circle.hall.phone('SCI')
  await structure.goes(address)
  await sees(structure, /^ECO-2026-013/)
  await press(structure, 'Accuser réception')
  await expect(button(structure, 'Accuser réception')).toHaveCount(0)
  await press(structure, 'Enregistrer')
  await fills(structure.page, 'Référence dans la structure', 'SCI-2026-04')
  await press(structure, 'Enregistrer')
  await sees(structure, /référence SCI-2026-04/)
  await sees(circle.screen('katell'), 'enregistrée')
}

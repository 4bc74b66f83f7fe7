import { beginsEvening } from './evening.ts'
import { sheet } from './gestures.ts'
import { expect, test } from './hall.ts'
import { enters } from './people.ts'

/** One obvious next thing, where it is looked for. */

test('« Proposer un point » opens its form from the column of the agenda, without leaving what goes on', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ben = await hall.laptop('Ben')
  await enters(ben, meeting.join, { name: 'Ben Costa' })
  const { pathname } = new URL(ben.page.url())
  await ben.page.getByRole('complementary', { name: 'Ordre du jour' }).getByRole('button', { name: 'Proposer un point' }).click()
  await expect(sheet(ben).getByRole('textbox', { name: 'Titre' })).toBeVisible()
  expect(new URL(ben.page.url()).pathname).toBe(pathname)
})

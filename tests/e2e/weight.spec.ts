import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { beginsEvening, opensItem } from './evening.ts'
import { expect, test } from './hall.ts'
import { allSaved, writes } from './notes.ts'
import { enters } from './people.ts'
import { givesWeather } from './weather.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const kilobyte = 1000

/** The scripts a page fetches, in the order it does, with their bytes as gzip at its best makes them. */
const scriptsOf = (page: Page): Map<string, number> => {
  const fetched = new Map<string, number>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js'))
      fetched.set(pathname, gzipSync(readFileSync(`${repository}apps/web/dist${pathname}`), { level: 9 }).length)
  })
  return fetched
}

const total = (fetched: ReadonlyMap<string, number>): number => [...fetched.values()].reduce((sum, bytes) => sum + bytes, 0)

test('what the build says of its own weight is within its budgets', () => {
  const said = execFileSync(process.execPath, ['apps/web/scripts/weight.mjs'], { cwd: repository, encoding: 'utf8' })
  expect(said).not.toContain('not built')
})

test('joining and giving the weather costs at most 110 kB of script, the editor at most 140 kB more', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await evening.awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const ada = await hall.phone('Ada')
  const fetched = scriptsOf(ada.page)
  await enters(ada, evening.meeting.join, { name: 'Ada Roux' })
  await givesWeather(ada, 'soleil')
  await expect(ada.page.getByText('Ma météo : soleil')).toBeVisible()
  const toJoin = total(fetched)
  expect(toJoin, [...fetched.keys()].join(' ')).toBeLessThanOrEqual(110 * kilobyte)

  await opensItem(evening)
  await expect(ada.page.getByRole('button', { name: 'Écrire ici' })).toBeVisible()
  const toRead = total(fetched)
  await writes(ada, 'Un mot.')
  await allSaved(ada)
  expect(total(fetched) - toRead, 'the editor').toBeLessThanOrEqual(140 * kilobyte)
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OutOfReach } from './out-of-reach.ts'
import { AppFiles } from './with-files.ts'

const fetched = vi.fn<(url: string) => Promise<Response>>()

beforeEach(() => {
  fetched.mockReset().mockImplementation(() => Promise.resolve(new Response('')))
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('document', { querySelector: (wanted: string) => (wanted.includes('/entry.js') ? {} : null) })
})
afterEach(() => vi.unstubAllGlobals())

test('a part is imported once its files are here, each fetched once, those of the page not at all', async () => {
  const files = new AppFiles()
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('part'))
  expect(await files.first(['entry.js', 'one.js', 'shared.js'], load)).toBe('part')
  await files.first(['two.js', 'shared.js'], load)
  expect(fetched.mock.calls.map(([url]) => url)).toEqual(['/one.js', '/shared.js', '/two.js'])
})

test('while the network does not bring a file its part is not imported, and comes when it does', async () => {
  const files = new AppFiles()
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('part'))
  for (const answer of [Promise.reject(new TypeError('cut')), Promise.resolve(new Response('', { status: 502 }))]) {
    fetched.mockReturnValueOnce(answer)
    await expect(files.first(['one.js'], load)).rejects.toBeInstanceOf(OutOfReach)
  }
  expect(load).not.toHaveBeenCalled()
  expect(await files.first(['one.js'], load)).toBe('part')
})

test('a file that the server does not have is a fault of the import, not of the network', async () => {
  fetched.mockResolvedValue(new Response('', { status: 404 }))
  const gone = new TypeError('gone')
  await expect(new AppFiles().first(['one.js'], () => Promise.reject(gone))).rejects.toBe(gone)
})

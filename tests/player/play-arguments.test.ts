import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { playHelp, readPlay } from './play-arguments.ts'

test('a meeting is played as asked, and otherwise as fast as it goes', () => {
  const base = { variant: undefined, url: undefined, speed: 0, out: undefined, quiet: false }
  expect(readPlay(['a.json'])).toEqual({ play: { ...base, fixture: 'a.json' } })
  const words = ['--quiet', 'a.json', '--variant', 'v1.json', '--url=http://127.0.0.1:8080', '--speed', '60', '--out', 'kept']
  const asked = { fixture: 'a.json', variant: 'v1.json', url: 'http://127.0.0.1:8080', speed: 60, out: 'kept', quiet: true }
  expect(readPlay(words)).toEqual({ play: asked })
})

test.each([
  [[], 'Which meeting?'],
  [['a.json', 'b.json'], 'b.json is too much'],
  [['a.json', '--fast'], 'There is no --fast.'],
  [['a.json', '-x'], 'There is no -x.'],
  [['a.json', '--out'], '--out needs a value.'],
  [['a.json', '--variant', '--quiet'], '--variant needs a value.'],
  [['a.json', '--out='], '--out needs a value.'],
  [['a.json', '--quiet=yes'], '--quiet takes no value.'],
  [['a.json', '--speed', 'soon'], '--speed is a number from 0 up, not soon.'],
  [['a.json', '--speed=-1'], '--speed is a number from 0 up, not -1.'],
  [['a.json', '--url', 'here'], '--url is the address of a server, not here.'],
])('%j is refused in one sentence', (words, sentence) => {
  expect(readPlay(words)).toEqual({ wrong: expect.stringContaining(sentence) as unknown })
})

const runs = (...words: string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [`${import.meta.dirname}/play.ts`, ...words], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    )
  })

test('the command says its help, and what is wrong with what was asked, with the code that goes with it', async () => {
  expect(await runs('--help')).toEqual({ code: 0, out: `${playHelp}\n`, err: '' })
  expect(await runs('--fast')).toEqual({ code: 2, out: '', err: 'There is no --fast. See: pnpm play --help\n' })
  expect(await runs('nowhere.json')).toMatchObject({ code: 2, out: '' })
})

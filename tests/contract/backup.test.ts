import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { actId } from '../player/act-id.ts'
import { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { listedItem, liveEvening, type Circle } from './circle.ts'
import { RawSocket } from './raw-socket.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'clairiere-backups-'))
const backup = join(root, 'evening')
let server: TestServer
let circle: Circle
let itemId: string
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
  itemId = await listedItem(circle, circle.person('Dan Moreau'))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
  rmSync(root, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const command = (name: 'backup' | 'restore', args: readonly string[], env: Record<string, string> = {}): Promise<Ended> => {
  const file = fileURLToPath(new URL(`../../apps/server/src/${name}-command.ts`, import.meta.url))
  const given = { ...process.env, DATA_DIR: server.dataDir, LANG: 'en_GB.UTF-8', LC_ALL: '', ...env }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...args], { env: given, cwd: root }, (_fault, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

const learn = (person: Person, text: string): void => {
  person.doc.getMap('learnings').set(actId(), { kind: 'learning', text, rank: 0 })
}
const learnt = (doc: Y.Doc): string => JSON.stringify(doc.getMap('learnings').toJSON())

const joined = (person: Person, generation: number) => ({ participantId: person.id, token: person.token, name: person.name, generation })

describe('a backup of a running server', () => {
  const first = actId()

  test('is made while people write, holds all that was saved before, and keeps the keys apart', async () => {
    const [dan, eve] = [circle.person('Dan Moreau'), circle.person('Eve Simon')]
    learn(dan, 'avant la sauvegarde')
    await dan.does({ type: 'give-weather', value: 'sun', words: 'un mot pour le cercle' })
    await dan.does({ type: 'add-note', itemId, text: 'une phrase nommée' }, first)
    await dan.allSaved()
    const over = new AbortController()
    const talk = (async () => {
      for (let count = 0; !over.signal.aborted; count++) {
        learn(eve, `pendant ${count}`)
        await new Promise((resolve) => setTimeout(resolve, 20)) // as fast as somebody may type
      }
    })()
    const { code, out, err } = await command('backup', [backup])
    over.abort()
    await talk
    expect(code, err).toBe(0)
    expect(out).toContain('read back and whole: 1 meeting')
    expect(err).toContain('Copying 100 %')
    const keys = readdirSync(`${backup}.keys`, { recursive: true }).map((name) => join(`${backup}.keys`, String(name)))
    expect(keys.map((path) => path.slice(backup.length + 6)).toSorted()).toEqual([circle.id, `${circle.id}/1.key`, 'server.key'].toSorted())
    for (const path of keys) expect(statSync(path).mode & 0o777, path).toBe(statSync(path).isDirectory() ? 0o700 : 0o600)
    expect(readdirSync(backup).toSorted()).toEqual(['backup.json', 'clairiere.sqlite'])
    expect(readFileSync(join(backup, 'clairiere.sqlite')).includes('avant la sauvegarde')).toBe(false)
  })

  test('replaces no other, and says so', async () => {
    const again = await command('backup', [backup])
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')])
    const nothing = await command('backup', [join(root, 'other')], { DATA_DIR: join(root, 'empty') })
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('Nothing to back up')])
    expect((await command('backup', [backup], { LANG: 'fr_FR.UTF-8' })).err).toContain('existe déjà')
  })

  test('is not put over data, nor when it is damaged, nor without its keys unless asked', async () => {
    const over = await command('restore', [backup])
    expect([over.code, over.err]).toEqual([2, expect.stringContaining('not empty')])
    const DATA_DIR = join(root, 'fresh')
    const bent = join(root, 'bent')
    cpSync(backup, bent, { recursive: true })
    const bytes = readFileSync(join(bent, 'clairiere.sqlite'))
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(join(bent, 'clairiere.sqlite'), bytes)
    const damaged = await command('restore', [bent, '--keys', `${backup}.keys`], { DATA_DIR })
    expect([damaged.code, damaged.err]).toEqual([2, expect.stringContaining('damaged')])
    const keyless = await command('restore', [backup, '--keys', join(root, 'none')], { DATA_DIR })
    expect([keyless.code, keyless.err]).toEqual([2, expect.stringContaining('keys of 1 meeting')])
    const no = await command('restore', [root], { DATA_DIR })
    expect([no.code, no.err]).toEqual([2, expect.stringContaining('is no backup')])
    expect((await command('restore', [], { DATA_DIR })).code).toBe(2)
    expect(existsSync(DATA_DIR)).toBe(false)
    const alone = await command('restore', [backup, '--keys', join(root, 'none'), '--without-keys'], { DATA_DIR })
    expect([alone.code, alone.out], alone.err).toEqual([0, expect.stringContaining('1 meeting(s) without a key')])
  })

  test('put back: everyone reads that moment; a device that holds more is given it back, not mixed with it', async () => {
    const [ada, dan, eve] = [circle.person('Ada Roux'), circle.person('Dan Moreau'), circle.person('Eve Simon')]
    learn(eve, 'après la sauvegarde')
    await eve.allSaved()
    await ada.does({ type: 'propose-item', kind: 'information', title: 'Un point perdu', expectation: 'x', plannedMinutes: 5 })
    await until(
      'Dan has both',
      () => learnt(dan.doc).includes('après') && JSON.stringify(dan.doc.getMap('board')).includes('Un point perdu'),
    )
    for (const person of circle.people.values()) person.disconnect()
    await server.stop('SIGKILL')
    rmSync(server.dataDir, { recursive: true })
    const restored = await command('restore', [backup])
    expect([restored.code, restored.out], restored.err).toEqual([0, expect.stringContaining('1 whole meeting')])
    await server.restart()

    const generation = Number((await dan.board())['generation'])
    expect(generation).toBeGreaterThan(1_000)
    const fresh = new Person(server.url, circle.id, joined(dan, generation))
    await fresh.connect()
    expect(learnt(fresh.doc)).toContain('avant la sauvegarde')
    expect(learnt(fresh.doc)).not.toContain('après la sauvegarde')
    expect(JSON.stringify(fresh.doc.getMap('board').toJSON())).not.toContain('Un point perdu')
    await until('the circle still reads its weather', () =>
      fresh.confidencesOf('weather').some(({ payload }) => JSON.stringify(payload).includes('un mot')),
    )
    expect(await fresh.actByHttp({ type: 'add-note', itemId, text: 'une phrase nommée' }, first)).toMatchObject({ ok: true })
    const board = JSON.stringify(fresh.doc.getMap('board').toJSON())
    expect(board.split('une phrase nommée')).toHaveLength(2)

    // The device of before: by its number, and as a stock client by the document it shows.
    const socket = (query: string): RawSocket =>
      new RawSocket(`${server.url.replace('http', 'ws')}/live/${circle.id}?token=${eve.token}${query}`)
    const numbered = await socket('&v=1&gen=1').opened()
    expect(await numbered.closedWith()).toBe(4409)
    const stock = await socket('').opened()
    stock.step1(Y.encodeStateVector(eve.doc))
    expect(await stock.closedWith()).toBe(4409)
    expect(stock.frames.every((frame) => frame[0] !== 0)).toBe(true)

    learn(fresh, 'la suite')
    await fresh.allSaved()
    expect(fresh.doc.store.pendingStructs).toBeNull()
    fresh.leave()
    await server.stop('SIGTERM')
    await server.restart()
    const later = new Person(server.url, circle.id, joined(ada, generation))
    await later.connect()
    expect(learnt(later.doc)).toContain('la suite')
    later.leave()
  })
})

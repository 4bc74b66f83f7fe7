import { describe, expect, test } from 'vitest'
import { createLog, type Log, type LogFields } from './log.ts'

function listen(level: 'info' | 'debug' = 'info'): { log: Log; lines: () => Record<string, unknown>[] } {
  const written: string[] = []
  const log = createLog(level, { write: (line: string) => void written.push(line) })
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('the log', () => {
  test('is one JSON line a sentence, with its level and time', () => {
    const { log, lines } = listen()
    log.with({ meetingId: 'm1' }).info('room opened', { generation: 2, ms: 3.5 })
    log.debug('too quiet to be heard')
    expect(lines()).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), meetingId: 'm1', generation: 2, ms: 3.5, msg: 'room opened' },
    ])
  })

  test('a field that is not on the list does not get in, nor a value that is more than a word', () => {
    const { log, lines } = listen()
    const smuggled = { route: '/join?key=abc', code: 'Ben est fatigué', name: 'Ben', token: 't0k3n', meetingId: 'm1' } as LogFields
    log.info('request', smuggled)
    expect(lines()[0]).toMatchObject({ route: '(left out)', code: '(left out)', meetingId: 'm1' })
    expect(JSON.stringify(lines())).not.toMatch(/abc|Ben|t0k3n/)
  })

  test('a fault tells where it was thrown, and not what it quotes', () => {
    const { log, lines } = listen()
    let fault: unknown
    try {
      JSON.parse('la météo de Ben')
    } catch (thrown) {
      fault = new TypeError('cannot read « un peu de brume »', { cause: thrown })
    }
    log.error('act failed', { status: 500 }, fault)
    const [line] = lines()
    expect(line?.['fault']).toMatchObject({ name: 'TypeError', cause: { name: 'SyntaxError' } })
    expect(line?.['fault']).toMatchObject({ at: expect.arrayContaining([expect.stringContaining('log.test.ts')]) })
    expect(JSON.stringify(line)).not.toMatch(/Ben|brume|météo/)
  })

  test('a fault of many lines, each like a place, does not get through either', () => {
    const { log, lines } = listen()
    log.warn('odd', {}, new Error('first\n    at Ben said: tired\n'))
    expect(JSON.stringify(lines())).not.toContain('Ben')
  })

  test('a fault of the system keeps its message and code', () => {
    const { log, lines } = listen()
    log.error('disk', {}, Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' }))
    expect(lines()[0]?.['fault']).toMatchObject({ message: 'ENOSPC: no space left on device, write', code: 'ENOSPC' })
  })

  test('its sentences are written in the source', () => {
    const { log, lines } = listen()
    const said: string = 'la météo de Ben'
    // @ts-expect-error a string made at run time could carry anything
    log.info(said)
    expect(lines()).toHaveLength(1)
  })
})

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isCurrent, markCurrent, markStale, stampOf } from './stamps.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamps-'))
  mkdirSync(join(root, 'node_modules'))
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'a')
})
afterEach(() => rmSync(root, { recursive: true }))

const stamp = () => stampOf(root, ['src', 'missing.json'], ['linux'])

test('a stamp changes with a content, a name, a new file or a word, and with nothing else', () => {
  const before = stamp()
  utimesSync(join(root, 'src', 'deep', 'a.ts'), new Date(0), new Date(0))
  mkdirSync(join(root, 'src', 'dist'))
  writeFileSync(join(root, 'src', 'dist', 'built.js'), '')
  expect(stamp()).toBe(before)

  writeFileSync(join(root, 'src', 'b.ts'), '')
  const withFile = stamp()
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'A')
  const withContent = stamp()
  expect(new Set([before, withFile, withContent, stampOf(root, ['src'], ['darwin'])]).size).toBe(4)
})

test('a step is current when its stamp is the last one and its result is there', () => {
  const result = join(root, 'result')
  markCurrent(root, 'build', stamp())
  expect(isCurrent(root, 'build', stamp(), 'result')).toBe(false)
  writeFileSync(result, '')
  expect(isCurrent(root, 'build', stamp(), 'result')).toBe(true)
  expect(isCurrent(root, 'build', 'another stamp', 'result')).toBe(false)
  expect(isCurrent(root, 'setup', stamp(), 'result')).toBe(false)
  markStale(root, 'build')
  expect(isCurrent(root, 'build', stamp(), 'result')).toBe(false)
})

test('the same files in another folder have the same stamp', () => {
  const here = stamp()
  const moved = mkdtempSync(join(tmpdir(), 'stamps-'))
  mkdirSync(join(moved, 'src', 'deep'), { recursive: true })
  writeFileSync(join(moved, 'src', 'deep', 'a.ts'), 'a')
  const there = stampOf(moved, ['src', 'missing.json'], ['linux'])
  rmSync(moved, { recursive: true })
  expect(there).toBe(here)
})

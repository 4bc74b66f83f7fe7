import { describe, expect, test } from 'vitest'
import { minutesTree, pageNames, printDokuWiki, printJson, printMarkdown, printMediaWiki, readJson, readRecord } from '../src/index.ts'
import { expectedMinutes, fixtureRecord } from './fixture.ts'

describe('[AC-25] the minutes of 3 December are the expected files, byte for byte', () => {
  const tree = minutesTree(fixtureRecord())
  test('Markdown', () => {
    expect(printMarkdown(tree)).toBe(expectedMinutes('compte-rendu.md'))
  })
  test('DokuWiki', () => {
    expect(printDokuWiki(tree)).toBe(expectedMinutes('compte-rendu.dokuwiki.txt'))
  })
  test('MediaWiki', () => {
    expect(printMediaWiki(tree)).toBe(expectedMinutes('compte-rendu.mediawiki.txt'))
  })
})

test('a record nested without end is refused: neither a schema nor a printer would come back from it', () => {
  const note = (levels: number): string => '{"type":"quote","content":['.repeat(levels) + ']}'.repeat(levels)
  const nested = (levels: number): string => printJson(fixtureRecord()).replace('"notes": []', `"notes": [${note(levels)}]`)
  expect(readJson(nested(12)).ok).toBe(true)
  for (const levels of [100, 5_000, 100_000]) expect(readJson(nested(levels)), `${levels}`).toMatchObject({ refused: 'malformed' })
  expect(readRecord(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toMatchObject({ refused: 'malformed' })
})

test('[AC-30] the JSON export, read again, yields the same minutes', () => {
  const read = readJson(printJson(fixtureRecord()))
  if (!read.ok) throw new Error(read.refused)
  expect(printMarkdown(minutesTree(read.value))).toBe(expectedMinutes('compte-rendu.md'))
  expect(printJson(read.value)).toBe(printJson(fixtureRecord()))
})

test('[§2.9 Page names] from type and date', () => {
  expect(pageNames(fixtureRecord())).toEqual({
    file: '2026-12-03-reunion-ecosysteme',
    dokuwiki: 'reunion:ecosysteme-20261203',
    mediawiki: 'Réunion écosystème du 3 décembre 2026',
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Shades = { readonly day: string; readonly night: string }

const tokens = new Map<string, Shades>()
for (const [, name, day, night] of css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)) {
  if (name && day && night) tokens.set(name, { day, night })
}
for (const [, name, both] of css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g))
  if (name && both) tokens.set(name, { day: both, night: both })

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast of two tokens in one theme. */
function contrast(one: string, other: string, theme: keyof Shades): number {
  const [light = 0, dark = 0] = [one, other]
    .map((name) => {
      const token = tokens.get(name)
      if (!token) throw new Error(`tokens.css has no colour named ${name}`)
      return luminance(token[theme])
    })
    .toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'raised', 'sunk', 'soft']
const pairs = (texts: readonly string[], on: readonly string[]) => texts.flatMap((text) => on.map((ground) => [text, ground] as const))

describe.each(['day', 'night'] as const)('%s', (theme) => {
  test.each(pairs(['ink', 'ink2'], grounds))('running text: %s on %s reaches 7', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(7)
  })

  test('text added to a proposal is running text', () => {
    expect(contrast('ink', 'add', theme)).toBeGreaterThanOrEqual(7)
  })

  test.each([
    ...pairs(['moss', 'tension', 'fatigue', 'joy'], ['paper', 'raised']),
    ['moss', 'soft'],
    ['tension', 'soft'],
    ['on', 'moss'],
    ['ink', 'seat'],
    ['ink2', 'add'],
  ] as const)('words: %s on %s reaches 4.5', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([...pairs(['edge', 'moss'], ['paper', 'raised', 'soft']), ['square-ink', 'square']] as const)(
    'bounds of controls: %s on %s reaches 3',
    (line, ground) => {
      expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3)
    },
  )

  test.each([
    ...pairs(['on-hue'], ['sun', 'clearing', 'clouds', 'wind', 'fog']),
    ...pairs(['on-deep'], ['rain', 'storm']),
    ...pairs(['arc1', 'arc2', 'arc3'], ['raised']),
  ])('icons: %s on %s reaches 4.5', (icon, hue) => {
    expect(contrast(icon, hue, theme)).toBeGreaterThanOrEqual(4.5)
  })
})

test('a sky hue is a fill, never text or line: no class of the app uses one so', () => {
  const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
  expect(Object.keys(sources).length).toBeGreaterThan(20)
  for (const [file, source] of Object.entries(sources)) {
    expect(
      source.match(/\b(?:text|border|stroke|outline|decoration|divide|ring)-(?:sun|clearing|clouds|wind|fog|rain|storm)\b/g),
      file,
    ).toBeNull()
  }
})

test('every colour has its day and its night', () => {
  const declared = [...css.matchAll(/--color-([\w-]+):/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'transparent' && name !== 'current' && name !== 'veil')
  expect(new Set(declared)).toEqual(new Set(tokens.keys()))
})

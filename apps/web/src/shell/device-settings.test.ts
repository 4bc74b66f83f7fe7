import { expect, test } from 'vitest'
import { defaultSettings, parseSettings } from './device-settings.ts'

test.each([null, '', '{', '3', 'null', '[]', '{"theme":"neon","text":7,"locale":"xx"}'])(
  'what does not fit (%j) is the device’s own look',
  (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings)
  },
)

test('a choice is read back, each part by itself', () => {
  expect(parseSettings('{"theme":"night","text":"large","locale":"en"}')).toEqual({ theme: 'night', text: 'large', locale: 'en' })
  expect(parseSettings('{"theme":"day"}')).toEqual({ theme: 'day', text: 'normal', locale: null })
})

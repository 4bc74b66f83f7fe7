import { describe, expect, it } from 'vitest'
import { hourIn, instantIn } from './zoned-hour.ts'

describe('hours on the wall of the meeting', () => {
  it('are instants by the meeting’s zone, winter and summer, whatever the device’s', () => {
    expect(instantIn('2027-01-14', '18:00', 'Europe/Paris')).toBe(Date.parse('2027-01-14T17:00:00Z'))
    expect(instantIn('2027-07-14', '18:00', 'Europe/Paris')).toBe(Date.parse('2027-07-14T16:00:00Z'))
    expect(instantIn('2027-01-14', '00:30', 'Pacific/Auckland')).toBe(Date.parse('2027-01-13T11:30:00Z'))
  })

  it('come back as they were typed around a clock change', () => {
    for (const [day, hour] of [
      ['2027-03-28', '01:30'],
      ['2027-03-28', '03:30'],
      ['2027-10-31', '03:30'],
    ] as const) {
      const at = instantIn(day, hour, 'Europe/Paris')
      expect(at === null ? null : hourIn(at, 'Europe/Paris')).toEqual({ day, hour })
    }
  })

  it('are none when something is missing', () => {
    expect(instantIn('', '18:00', 'Europe/Paris')).toBeNull()
    expect(instantIn('2027-01-14', '', 'Europe/Paris')).toBeNull()
  })
})

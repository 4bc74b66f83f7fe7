import { describe, expect, test } from 'vitest'
import { arcPath, ringPoints, seatSize, vaultPoints } from './ring-points.ts'

const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

describe('ring', () => {
  test('the first seat is at the top and they go clockwise', () => {
    const [first, second] = ringPoints(4, 10)
    expect(first?.x).toBeCloseTo(0)
    expect(first?.y).toBeCloseTo(-10)
    expect(second?.x).toBeCloseTo(10)
    expect(second?.y).toBeCloseTo(0)
  })

  test('nobody is a ring without seats', () => {
    expect(ringPoints(0, 10)).toEqual([])
  })

  test.each([2, 3, 14, 60, 150])('with %d people neighbours never touch', (count) => {
    const size = seatSize(count, 100, 28, 0.2)
    const points = ringPoints(count, 100)
    const nearest = Math.min(...points.map((point, index) => apart(point, points[(index + 1) % count] ?? point)))
    expect(nearest).toBeGreaterThanOrEqual(size * 1.2 - 1e-9)
  })

  test('few people do not get giant seats', () => {
    expect(seatSize(1, 100, 28, 0.2)).toBe(28)
    expect(seatSize(5, 100, 28, 0.2)).toBe(28)
  })
})

describe('vault', () => {
  test('it stands on its two feet and peaks in the middle', () => {
    const points = vaultPoints(5, 140, 130)
    expect(points[0]).toEqual({ x: -140, y: -0 })
    expect(points[2]?.x).toBeCloseTo(0)
    expect(points[2]?.y).toBeCloseTo(-130)
    expect(points[4]?.x).toBeCloseTo(140)
  })

  test('one disc alone is at the top', () => {
    expect(vaultPoints(1, 140, 130)[0]?.y).toBeCloseTo(-130)
  })

  test('discs are evenly apart even where the vault is flat', () => {
    const points = vaultPoints(12, 140, 90)
    const gaps = points.slice(1).map((point, index) => apart(point, points[index] ?? point))
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.12)
  })
})

describe('arc', () => {
  test('nothing elapsed draws nothing, and a whole minute still closes', () => {
    expect(arcPath(0, 50)).toBe('')
    expect(arcPath(1, 50)).toMatch(/^M 0 -50 A 50 50 0 1 1 -0\.\d+ -50\.00$/)
  })

  test('past half, the arc takes the long way round', () => {
    expect(arcPath(0.25, 50)).toContain(' 0 0 1 50.00 ')
    expect(arcPath(0.75, 50)).toContain(' 0 1 1 -50.00 ')
  })
})

import { UlidSchema } from '@clairiere/ritual'
import { is } from 'valibot'
import { expect, test } from 'vitest'
import { untimedId } from './untimed-id.ts'

test('is a ULID that tells nothing of its hour: ids made in one moment begin in every way', () => {
  const ids = Array.from({ length: 200 }, untimedId)
  expect(ids.every((id) => is(UlidSchema, id))).toBe(true)
  expect(new Set(ids.map((id) => id.slice(0, 2))).size).toBeGreaterThan(50)
})

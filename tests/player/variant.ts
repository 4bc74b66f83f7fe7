import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exports } from './after.ts'
import type { Evening } from './evening.ts'
import { lineDiff } from './line-diff.ts'
import { planEvening } from './plan.ts'

/** Plans a variant: its sealed minutes, and at the very end the minutes as they then stand, differ from the base's in the lines it names and in no other. */
export const planVariant = (evening: Evening, fixturePath: string, keep: (exports: Exports) => void): void => {
  const variant = evening.fixture._variant
  if (!variant) throw new Error('the patch does not say what it is: « /_variant » is missing')
  const base = readFileSync(join(dirname(fixturePath), 'compte-rendu.md'), 'utf8')
  const differ = (md: string, lines: readonly string[], when: string): void =>
    evening.checks.equal(variant.id, lineDiff(base, md), lines, `lines that differ from the base ${when}`)
  planEvening(evening, (exports) => {
    keep(exports)
    if (variant.afterSealing) differ(exports.md, [], 'in version 1')
  })
  const end = Math.max(...evening.steps.map(({ at }) => at))
  evening.at(end, 99, `${variant.id}: the minutes are compared with the base’s`, async () => {
    const { text } = await evening.facilitator.minutes('md')
    differ(text, variant.lines, 'at the end')
  })
}

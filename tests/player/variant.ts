import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exports } from './after.ts'
import type { Evening } from './evening.ts'
import { lineDiff } from './line-diff.ts'
import { call } from './person.ts'
import { planEvening } from './plan.ts'

/** No link gives an earlier version any more, in any format, nor lists it; nor does the token of whoever seals. */
const isWithdrawn = async (evening: Evening, name: string, version: number): Promise<void> => {
  const url = `${evening.base}/api/meetings/${evening.meetingId}`
  const keys = [...Object.values(evening.links).map((link) => link.split('#')[1]), evening.facilitator.token]
  for (const key of keys) {
    for (const format of ['md', 'html', 'json']) {
      const { status } = await call('GET', `${url}/minutes.${format}?version=${version}`, undefined, key)
      evening.checks.equal(name, status, 409, `version ${version} as ${format}, once withdrawn`)
    }
    const { json } = await call('GET', `${url}/versions`, undefined, key)
    const listed = JSON.stringify(json['versions'])
    evening.checks.that(
      name,
      !listed.includes(`"version":${version}`) && listed !== undefined,
      `version ${version} is still listed: ${listed}`,
    )
  }
}

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
    for (const version of variant.withdraws ?? []) await isWithdrawn(evening, variant.id, version)
  })
}

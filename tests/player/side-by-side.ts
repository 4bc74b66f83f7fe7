import type { Evening } from './evening.ts'

/**
 * Holds several variants at once on one server, whose clock they share: what happens in the same minute happens at the same time in every room, in each room in
 * its own order. A variant that fails stops there; answers the sentence of each, by the variant's name.
 */
export const holdSideBySide = async (evenings: readonly Evening[]): Promise<ReadonlyMap<string, string>> => {
  const failures = new Map<string, string>()
  const nameOf = ({ fixture }: Evening): string => fixture._variant?.id ?? ''
  const times = [...new Set(evenings.flatMap(({ steps }) => steps.map(({ at }) => at)))].toSorted((a, b) => a - b)
  for (const at of times) {
    await evenings[0]?.clock.to(at)
    await Promise.all(
      evenings.map(async (evening) => {
        for (const step of evening.steps.filter((one) => one.at === at)) {
          if (failures.has(nameOf(evening))) return
          const failed = (error: unknown): void =>
            void failures.set(nameOf(evening), `${step.label}: ${error instanceof Error ? error.message : String(error)}`)
          await evening.run(step).catch(failed)
        }
      }),
    )
  }
  return failures
}

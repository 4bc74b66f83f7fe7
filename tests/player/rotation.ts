import type { Evening } from './evening.ts'
import type { Json } from './person.ts'

/** With a history of roles, the board proposes who held one least, and says when someone would write for the third time running [AC-02, C1]. */
export const planRotation = (evening: Evening): void => {
  const history = (evening.fixture.previous?.['roleHistory'] ?? []) as Record<string, string>[]
  if (history.length < 3) return
  const start = evening.fixture.participants.map(({ joinedAt }) => joinedAt).toSorted()[0] ?? '18:00'
  evening.at(start, 1, 'roles are proposed', async () => {
    const board = await evening.facilitator.board()
    const proposals = ((board['roles'] as Json)['rotation'] ?? {}) as Record<
      string,
      { proposals: { personId: string }[]; streak?: { personId: string; inARow: number } }
    >
    const scribes = history.map(({ scribe }) => scribe)
    const always = scribes.every((who) => who === scribes[0]) ? scribes[0] : undefined
    if (always) {
      const personId = evening.person(always).id
      evening.checks.that('AC-02', proposals['scribe']?.proposals[0]?.personId !== personId, 'who always writes is proposed first')
      evening.checks.equal(
        'AC-02',
        [proposals['scribe']?.streak?.personId, proposals['scribe']?.streak?.inARow],
        [personId, history.length],
        'three in a row',
      )
    }
    const preferences = (evening.fixture.previous?.['rolePreferences'] ?? {}) as Record<string, Record<string, string>>
    for (const [who, roles] of Object.entries(preferences)) {
      for (const [role, preference] of Object.entries(roles)) {
        if (preference === 'declines')
          evening.checks.that(
            'AC-02',
            !proposals[role]?.proposals.some(({ personId }) => personId === evening.person(who).id),
            `${who} is proposed as ${role}`,
          )
      }
    }
  })
}

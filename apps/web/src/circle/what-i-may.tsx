import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { Line, Lines, Section } from '../ui/band.tsx'

/** What one may do here, by standing and by role [C14]. */
export function WhatIMay() {
  const t = useT('circle')
  const labels = useLabels().people
  const mine = useMine()
  const standing = useBoard((board) => board.people[mine.me]?.standing ?? 'decider')
  return (
    <Section title={t.whatIMay}>
      <Lines>
        <Line title={labels.standings[standing].label} second={labels.standings[standing].hint}>
          {t.everyoneMay}
        </Line>
        {[...mine.roles].map((role) => (
          <Line key={role} title={labels.roles[role].label}>
            {labels.roles[role].powers}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

import { powersOfRole, powersOfStanding } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { PowersList } from './powers-list.tsx'

/** What one may do here, by each role and by standing, read from the matrix that the server enforces [C14]. */
export function WhatIMay() {
  const t = useT('circle')
  const labels = useLabels().people
  const mine = useMine()
  const standing = useBoard((board) => board.people[mine.me]?.standing ?? 'decider')
  const before = useBoard((board) => board.meeting.status === 'draft' || board.meeting.status === 'scheduled')
  const [all, setAll] = useState(false)
  const roles = [...mine.roles].filter((role) => role !== 'host' || before)
  return (
    <Section title={t.whatIMay}>
      <Lines>
        {roles.map((role) => (
          <Line key={role} title={labels.roles[role].label}>
            {powersOfRole(role).length > 0 ? <PowersList powers={powersOfRole(role)} /> : <p className="text-ink2">{t.aloud}</p>}
          </Line>
        ))}
        <Line title={labels.standings[standing].label} second={labels.standings[standing].hint}>
          {all ? (
            <PowersList powers={powersOfStanding(standing)} />
          ) : (
            <Button kind="link" onClick={() => setAll(true)}>
              {t.seePowers}
            </Button>
          )}
        </Line>
      </Lines>
    </Section>
  )
}

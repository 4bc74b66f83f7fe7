import type { Action, PersonId } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Title } from '../ui/page.tsx'
import { recognitionOf } from './recognition.ts'
import { RegisterFrame } from './register-frame.tsx'
import { useDay } from './use-day.ts'

function Actions({ title, actions }: { title: string; actions: readonly Action[] }) {
  const labels = useLabels().followUp.actionStatuses
  const day = useDay()
  if (actions.length === 0) return null
  return (
    <Section title={title}>
      <Lines label={title}>
        {actions.map(({ id, ref, title: what, status, due }) => (
          <Line key={id} title={what} second={[ref, labels[status], due && day(due)].filter(Boolean).join(' · ')} />
        ))}
      </Lines>
    </Section>
  )
}

/** A thank-you, not a score [C3]: what somebody held, did and carries. Nobody stands beside anybody, and nothing is summed up. */
export function PersonPage({ personId }: { personId: PersonId }) {
  const t = useT('registers').person
  const labels = useLabels().people.roles
  const names = useNames()
  const day = useDay()
  const { me } = useMine()
  const board = useBoard((whole) => whole)
  const { roles, done, carried, helped } = recognitionOf(board, personId)
  const nothing = roles.length + done.length + carried.length + helped.length === 0
  return (
    <RegisterFrame phase={t.phase}>
      <Title large before={personId === me ? t.mine : undefined} after={t.lead}>
        {names.full(personId)}
      </Title>
      {nothing && <EmptyState>{t.empty}</EmptyState>}
      {roles.length > 0 && (
        <Section title={t.roles}>
          <Lines label={t.roles}>
            {roles.map(({ role, meeting }) => (
              <Line
                key={`${role} ${meeting ?? ''}`}
                title={<span className="first-letter:uppercase">{labels[role].label}</span>}
                second={meeting === undefined ? t.tonight : day(meeting)}
              />
            ))}
          </Lines>
        </Section>
      )}
      <Actions title={t.carried} actions={carried} />
      <Actions title={t.done} actions={done} />
      <Actions title={t.helped} actions={helped} />
    </RegisterFrame>
  )
}

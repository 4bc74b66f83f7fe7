import type { ReactNode } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Title } from '../ui/page.tsx'
import { CircleWords } from './circle-words.tsx'
import { CommonLists } from './common-lists.tsx'
import { NextMeeting } from './next-meeting.tsx'

/** The end: what is decided and to be done, read once together, and when the circle meets again. */
export function WrapUp({ lead }: { lead: ReactNode }) {
  const t = useT('closing')
  const labels = useLabels()
  const names = useNames()
  const dates = useDates()
  const { identity } = useRoom()
  const decisions = useBoard((board) => board.decisions)
  const actions = useBoard((board) => board.actions)
  const adopted = Object.values(decisions).filter((decision) => decision.status === 'adopted')
  const made = Object.values(actions).filter((action) => !action.carriedOver)
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6">
      <Title after={t.wrapUpText}>{t.wrapUp}</Title>
      {adopted.length > 0 && (
        <Section title={t.decisions}>
          <Lines>
            {adopted.map((decision) => (
              <Line
                key={decision.id}
                title={decision.title}
                second={`${decision.ref ?? ''} · ${labels.deciding.legalEffects[decision.legalEffect]}`}
              />
            ))}
          </Lines>
        </Section>
      )}
      <Section title={t.actions}>
        {made.length === 0 ? (
          <p className="py-3 text-ink2">{t.noActions}</p>
        ) : (
          <Lines>
            {made.map((action) => (
              <Line
                key={action.id}
                title={action.title}
                second={[
                  action.ref,
                  action.takers.length > 0
                    ? names.list(action.takers.map((taker) => taker.personId))
                    : labels.followUp.actionStatuses['open-without-taker'],
                  ...(action.due ? [dates.shortDay(Date.parse(`${action.due}T12:00:00Z`))] : []),
                ].join(' · ')}
              />
            ))}
          </Lines>
        )}
      </Section>
      <CommonLists />
      <CircleWords />
      <NextMeeting />
      <LinkButton kind="link" href={pathTo(identity.meetingId, { id: 'minutes' })} className="self-start">
        {t.minutes}
      </LinkButton>
      {lead}
    </div>
  )
}

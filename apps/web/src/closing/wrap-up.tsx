import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Title } from '../ui/page.tsx'
import { CircleWords } from './circle-words.tsx'
import { CommonLists } from './common-lists.tsx'
import { NextMeeting } from './next-meeting.tsx'

/** The end: what is decided and to be done, read once together, and when the circle meets again. */
export function WrapUp({ actionLines, lead }: { actionLines: ReactNode; lead: ReactNode }) {
  const t = useT('closing')
  const labels = useLabels()
  const { identity } = useRoom()
  const decisions = useBoard((board) => board.decisions)
  const adopted = Object.values(decisions).filter((decision) => decision.status === 'adopted')
  const made = useBoard((board) => Object.values(board.actions).some((action) => !action.carriedOver))
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 laptop:mx-0">
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
      <Section title={t.actions}>{made ? actionLines : <p className="py-3 text-ink2">{t.noActions}</p>}</Section>
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

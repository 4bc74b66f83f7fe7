import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { agendaOf } from '../room/agenda-order.ts'
import { Explain } from '../room/explain.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Title } from '../ui/page.tsx'

type CatchUpProps = { where: string; roles: ReactNode; privacy: ReactNode; weather: ReactNode }

/** The meeting so far on one page: where we are, the frame, who does what, what was decided, and one’s own weather given in silence [C8, §4.4]. */
export function CatchUp({ where, roles, privacy, weather }: CatchUpProps) {
  const t = useT('catchUp')
  const names = useNames()
  const { me } = useMine()
  const meeting = useBoard((board) => board.meeting)
  const item = useBoard((board) => (board.now.itemId === null ? undefined : board.items[board.now.itemId]))
  const turn = useBoard((board) => board.now.turn ?? board.now.floor.turn)
  const items = useBoard((board) => board.items)
  const decisions = useBoard((board) => board.decisions)
  const done = agendaOf(items).filter(({ status }) => status === 'done')
  const adopted = Object.values(decisions).filter(({ status }) => status === 'adopted')
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 laptop:mx-0">
      <Title after={<Explain text={meeting.purpose} />}>{t.title}</Title>
      <Section title={t.whereWeAre}>
        <div className="py-3">
          <p className="font-strong">{item ? `${where} · ${item.title}` : where}</p>
          {item?.expectation && (
            <p>
              <Explain text={item.expectation} />
            </p>
          )}
          {turn && <p className="text-ink2">{t.speaks(names.first(turn.personId))}</p>}
        </div>
      </Section>
      <Section title={t.frame}>
        <div className="flex flex-col items-start gap-3 py-3">
          {meeting.frame.length === 0 ? (
            <p className="text-ink2">{t.noFrame}</p>
          ) : (
            <ul className="flex list-disc flex-col gap-1 ps-5">
              {meeting.frame.map((rule) => (
                <li key={rule}>
                  <Explain text={rule} />
                </li>
              ))}
            </ul>
          )}
          {privacy}
          {meeting.frameAgreed.includes(me) ? (
            <p className="text-ink2">{t.agreed}</p>
          ) : (
            <ActButton act={{ type: 'agree-frame' }}>{t.agree}</ActButton>
          )}
        </div>
      </Section>
      <Section title={t.decided} aside={done.length > 0 ? t.done(done.length) : undefined}>
        {adopted.length + done.length === 0 ? (
          <p className="py-3 text-ink2">{t.nothingDecided}</p>
        ) : (
          <Lines>
            {adopted.map((decision) => (
              <Line key={decision.id} title={[decision.ref, decision.title].filter(Boolean).join(' · ')}>
                <Explain text={decision.versions.at(-1)?.text ?? ''} />
              </Line>
            ))}
            {done.map(({ id, title, nextStep }) => (
              <Line key={id} title={title} second={nextStep ? t.next(nextStep) : undefined} />
            ))}
          </Lines>
        )}
      </Section>
      <Section title={t.roles}>
        <div className="py-3">{roles}</div>
      </Section>
      {weather && (
        <Section title={t.weather}>
          <p className="py-3 text-ink2">{t.weatherText}</p>
          {weather}
        </Section>
      )}
    </div>
  )
}

import type { PersonId } from '@clairiere/ritual'
import { type ReactNode, Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { later } from '../ui/later.ts'
import { Title } from '../ui/page.tsx'
import { MyWeather } from './my-weather.tsx'
import { GroupSky } from './sky.tsx'
import { WeatherForm } from './weather-form.tsx'

/** Not there before a round is: it comes with the news of it. */
const WeatherRound = later(async () => (await import('./weather-round.tsx')).WeatherRound)
/** Nor this before somebody has no device. */
const WithoutDevice = later(async () => (await import('./without-device.tsx')).WithoutDevice)

/**
 * The weather phase: first one's own, then the round with phones at rest, then the sky. `lead` is the act of whoever leads: demoted while the form's own is there,
 * and on the speaker's screen.
 */
export function Weather({ lead }: { lead: (demoted: boolean) => ReactNode }) {
  const t = useT('weather')
  const { identity } = useRoom()
  const own = useBoard((board) => board.weather[identity.personId])
  const running = useBoard((board) => {
    const round = board.now.roundId === null ? undefined : board.rounds[board.now.roundId]
    return round?.kind === 'weather' ? round : undefined
  })
  const turn = useBoard((board) => board.now.turn)
  const held = useBoard((board) => Object.values(board.rounds).some((round) => round.kind === 'weather' && round.status !== 'running'))
  const hasSomebodyWithout = useBoard((board) => Object.values(board.people).some(({ device }) => device === 'none'))
  const [writing, setWriting] = useState<PersonId | null>(null)

  if (!own || writing === identity.personId)
    return (
      <>
        <WeatherForm onDone={() => setWriting(null)} {...(own ? { onCancel: () => setWriting(null) } : {})} />
        {lead(true)}
      </>
    )
  if (writing !== null)
    return (
      <>
        <WeatherForm personId={writing} onDone={() => setWriting(null)} onCancel={() => setWriting(null)} />
        {lead(true)}
      </>
    )
  return (
    <div className="flex flex-1 flex-col gap-6">
      {running ? (
        <Suspense fallback={null}>
          <WeatherRound round={running} />
        </Suspense>
      ) : (
        <>
          {held ? <h1 className="sr-only">{t.sky}</h1> : <Title after={t.waitingText}>{t.waiting}</Title>}
          <GroupSky />
        </>
      )}
      {hasSomebodyWithout && (
        <Suspense fallback={null}>
          <WithoutDevice onWrite={setWriting} />
        </Suspense>
      )}
      <MyWeather onChange={() => setWriting(identity.personId)} />
      {lead(turn?.personId === identity.personId)}
    </div>
  )
}

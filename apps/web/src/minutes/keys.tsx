import { awaitedInReview, participants, SMALL_CIRCLE_MAX, type PersonId } from '@clairiere/ritual'
import { Key } from 'lucide-react'
import { useDates, useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { IconWord } from '../ui/icon.tsx'
import { Reopen } from './reopen.tsx'

/** « C’est bon »: each may say that their words stand as they should; when all have, sealing need not wait for the last day. */
export function ReviewBand() {
  const t = useT('minutes').review
  const { me } = useMine()
  const agreed = useBoard((board) => board.meeting.reviewAgreed.includes(me))
  const awaited = useBoard((board) => awaitedInReview(board).length)
  const reopened = useBoard((board) => board.meeting.reopened)
  const keys = useT('minutes').keys
  const dates = useDates()
  // The act of the moment is the one that can be done: reading one's words first, then the keys.
  const sealable = useAllowed({ type: 'seal' }).allowed
  return (
    <div className="flex flex-col items-start gap-2">
      {reopened && <p className="text-second">{keys.reopened(dates.day(Date.parse(reopened.at)), reopened.reasons)}</p>}
      <p className="text-second text-ink2">{awaited === 0 ? t.all : t.awaited(awaited)}</p>
      {agreed ? (
        <p>{t.agreed}</p>
      ) : (
        <>
          <p>{t.text}</p>
          <ActButton act={{ type: 'agree-review' }} kind={sealable ? 'plain' : 'act'}>
            {t.agree}
          </ActButton>
        </>
      )}
    </div>
  )
}

type Turn = 'turned' | 'yours' | 'waiting'

function KeyLine({ who, role, turn }: { who: string; role: string; turn: Turn }) {
  const t = useT('minutes').keys
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-3">
      <IconWord icon={Key} tone="moss">
        {who ? `${who}, ${role}` : role}
      </IconWord>
      <span className={turn === 'turned' ? 'shrink-0 font-chosen' : 'shrink-0 text-ink2'}>{t[turn]}</span>
    </li>
  )
}

/** The two keys, naming the roles; sealing is the one filled button and says what changes after. Where a rule holds it back, the sentence stands beside. */
export function Keys() {
  const t = useT('minutes').keys
  const names = useNames()
  const { me } = useMine()
  const seats = useBoard((board) => board.roles)
  const keys = useBoard((board) => board.meeting.keys)
  const small = useBoard((board) => participants(board).length <= SMALL_CIRCLE_MAX)
  const may = useAllowed({ type: 'seal' })
  const turned = keys.filter((key) => key.for === 'seal')
  const mine = turned.some(({ personId }) => personId === me)
  const other = turned.some(({ personId }) => personId !== me)
  const holders = (role: 'facilitator' | 'scribe'): readonly PersonId[] => {
    const seat = seats[role]
    return seat ? [...seat.holders, ...(role === 'scribe' ? seat.pairs : seat.backups)] : []
  }
  const reachable = may.allowed || !['not-permitted', 'wrong-status', 'frozen', 'not-in-review'].includes(may.code)
  const turnOf = (role: 'facilitator' | 'scribe'): Turn => {
    if (turned.some((key) => key.role === role)) return 'turned'
    return holders(role).includes(me) && !mine ? 'yours' : 'waiting'
  }
  /** Who has turned it, whoever reads when it is theirs to turn, or who holds the role first. */
  const whoOf = (role: 'facilitator' | 'scribe'): string => {
    const who = turned.find((key) => key.role === role)?.personId ?? (turnOf(role) === 'yours' ? me : holders(role)[0])
    return who === undefined ? '' : names.first(who)
  }
  return (
    <section aria-label={t.title} className="flex flex-col gap-3 bg-soft px-4 py-4 laptop:px-6">
      <h2 className="said text-clock">{t.title}</h2>
      <ul className="flex flex-col gap-2">
        {small ? (
          <>
            {/* Whose the first is says that one is missing. */}
            {turned.map(({ personId }) => (
              <KeyLine key={personId} who="" role={names.first(personId)} turn="turned" />
            ))}
            {!mine && <KeyLine who="" role={other ? t.second : t.anyone} turn="yours" />}
          </>
        ) : (
          (['facilitator', 'scribe'] as const).map((role) => <KeyLine key={role} who={whoOf(role)} role={t[role]} turn={turnOf(role)} />)
        )}
      </ul>
      {mine && !other ? (
        <p>{t.turnedByMe}</p>
      ) : (
        reachable && (
          <>
            <ActButton act={{ type: 'seal' }} kind={may.allowed ? 'act' : 'plain'} wide className="text-center">
              {other ? t.seal : t.turn}
            </ActButton>
            <p className="text-second text-ink2">{may.allowed ? t.after : may.sentence}</p>
          </>
        )
      )}
    </section>
  )
}

/** Once sealed: by whom, and the way back with two keys and a reason. */
export function Sealed() {
  const t = useT('minutes').keys
  const names = useNames()
  const dates = useDates()
  const sealedAt = useBoard((board) => board.meeting.sealedAt)
  const by = useBoard((board) => board.meeting.sealedBy)
  const first = useBoard((board) => board.meeting.keys.find((key) => key.for === 'reopen'))
  return (
    <div className="flex flex-col items-start gap-2">
      <IconWord icon={Key} tone="moss">
        {sealedAt && t.sealed(dates.day(Date.parse(sealedAt)), names.list(by))}
      </IconWord>
      {first?.reason !== undefined && <p className="text-second">{t.turnedToReopen(names.first(first.personId), first.reason)}</p>}
      <Reopen />
    </div>
  )
}

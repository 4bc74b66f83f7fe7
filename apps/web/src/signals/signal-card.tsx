import type { Signal } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton, isNotMine } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { isWatched, useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { IconWord } from '../ui/icon.tsx'
import { CareSteps } from './care-steps.tsx'
import { Responses } from './responses.tsx'
import { signalLook } from '../room/signal-look.ts'
import { Triage } from './triage.tsx'
import { useIsMine } from './use-mood.ts'

const REMIND_AFTER_S = 60

/** How long it has waited to be welcomed: seconds by tens, then a calm reminder after a minute. */
function Waiting({ signal }: { signal: Signal }) {
  const t = useT('signals').care
  const now = useRecordTime(10_000)
  const mine = useAllowed({ type: 'acknowledge-signal', signalId: signal.id }).allowed
  const seconds = Math.max(0, Math.floor((now - Date.parse(signal.at)) / 10_000) * 10)
  return (
    <p className="text-second text-ink2">{seconds >= REMIND_AFTER_S ? t.waitsLong : `${t.waits(seconds)} ${mine ? t.yours : t.others}`}</p>
  )
}

/** What the card says about the role a signal is about, to those who may know it [§4.11]. */
function AboutRole({ signal }: { signal: Signal }) {
  const t = useT('signals').care
  const labels = useLabels()
  const care = useT('care')
  const seen = useConfidences('signal', signal.id)[0]?.payload
  const mine = useAllowed({ type: 'care-signal', signalId: signal.id, responses: ['heard'] }).allowed
  if (seen?.concerned) return <p className="text-second text-ink2">{t.concerned}</p>
  if (seen?.aboutRole === 'frame-point') return <p className="text-second text-ink2">{care.framePointAbout}</p>
  // Who is to welcome it reads so above it.
  if (seen?.aboutRole && mine) return <p className="text-second text-ink2">{t.aboutMine(labels.people.roles[seen.aboutRole].label)}</p>
  if (seen?.aboutRole) return <p className="text-second text-ink2">{t.aboutRole(labels.people.roles[seen.aboutRole].label)}</p>
  return null
}

/** A signal about the facilitation: first of all, somebody else may take this item over [§4.11]. */
function Relay({ signal }: { signal: Signal }) {
  const t = useT('care')
  const about = useConfidences('signal', signal.id)[0]?.payload?.aboutRole
  const asked = useBoard((board) => board.roles['facilitator']?.handoverAsked === true)
  if (about !== 'facilitator') return null
  if (asked) return <p className="text-second text-ink2">{t.relayAsked}</p>
  return (
    <div className="flex flex-col gap-1">
      <ActButton act={{ type: 'ask-handover', role: 'facilitator' }} wide>
        {t.relay}
      </ActButton>
      <p className="text-second text-ink2">{t.relayHint}</p>
    </div>
  )
}

/**
 * One signal and its treatment, in the hands of whom it is for: facilitation welcomes it and chooses a response, the mood-watch says that it is settled,
 * who raised it takes it back. « Accueillir » is the one filled button of the screen; everyone else reads where it stands. `bare` where kind and level are said above.
 */
export function SignalCard({ signal, act = true, bare = false }: { signal: Signal; act?: boolean; bare?: boolean }) {
  const t = useT('signals').care
  const { steps } = useT('care')
  const labels = useLabels()
  const { keepsMood } = useMine()
  const mine = useIsMine(signal.id)
  const watched = useBoard(isWatched)
  const cares = useAllowed({ type: 'care-signal', signalId: signal.id, responses: ['heard'] })
  const settles = useAllowed({ type: 'settle-signal', signalId: signal.id })
  const [adding, setAdding] = useState(false)
  const look = signalLook[signal.kind]
  const raised = signal.status === 'raised'
  const inCare = signal.status === 'in-care'
  const mayCare = cares.allowed && !raised
  // Once its steps are through, they say themselves who asks the group.
  const isOver = signal.care !== undefined && steps[signal.care.response][signal.care.step] === undefined
  const maySettle = settles.allowed || (!isNotMine(settles.code) && keepsMood)
  return (
    <article
      data-about={signal.id}
      aria-label={t.level(labels.mood.signals[signal.kind].label, labels.mood.levels[signal.level].label)}
      className="flex flex-col gap-2"
    >
      {!bare && (
        <IconWord icon={look.icon} tone={look.tone}>
          <span className="font-chosen">{labels.mood.signals[signal.kind].label}</span>, {labels.mood.levels[signal.level].label}
          <span className="block text-second text-ink2">
            {raised ? labels.mood.signals[signal.kind].phrase : labels.mood.signalStatuses[signal.status]}
          </span>
        </IconWord>
      )}
      {raised && <Waiting signal={signal} />}
      <AboutRole signal={signal} />
      {signal.responses.length > 0 && (
        <p className="text-second">{t.under(signal.responses.map((id) => labels.mood.responses[id]).join(', '))}</p>
      )}
      {inCare && signal.care && !adding && !(bare && signal.care.response === 'silence') && (
        <CareSteps signal={signal} care={signal.care} />
      )}
      {raised && (
        <ActButton act={{ type: 'acknowledge-signal', signalId: signal.id }} kind={act ? 'act' : 'plain'} wide>
          {t.welcome}
        </ActButton>
      )}
      {mayCare && (signal.responses.length === 0 || adding) && (
        <>
          <Relay signal={signal} />
          <Responses signal={signal} onChosen={() => setAdding(false)} />
        </>
      )}
      {inCare && maySettle && (
        <>
          <ActButton act={{ type: 'settle-signal', signalId: signal.id }} kind={act ? 'act' : 'plain'} wide>
            {t.settle}
          </ActButton>
          <p className="text-second text-ink2">{t.settleAsk}</p>
        </>
      )}
      {inCare && !maySettle && mayCare && !isOver && <p className="text-second text-ink2">{watched ? t.settleWait : t.settleWaitOther}</p>}
      <div className="flex flex-wrap gap-x-5">
        {inCare && mayCare && !adding && (
          <Button kind="quiet" onClick={() => setAdding(true)}>
            {t.addResponse}
          </Button>
        )}
        <Triage signalId={signal.id} />
        {mine && raised && (
          <ActButton act={{ type: 'withdraw-signal', signalId: signal.id }} kind="quiet">
            {t.withdraw}
          </ActButton>
        )}
      </div>
    </article>
  )
}

/** A signal already met with: kind, level, how it ended. */
export function TreatedLine({ signal, hour }: { signal: Signal; hour: (at: number) => string }) {
  const t = useT('signals').care
  const labels = useLabels()
  const look = signalLook[signal.kind]
  return (
    <IconWord icon={look.icon} tone={look.tone}>
      <span className="font-chosen">{labels.mood.signals[signal.kind].label}</span>, {labels.mood.levels[signal.level].label}
      <span className="block text-second text-ink2">
        {signal.status === 'settled' && signal.settledAt
          ? t.settledAt(hour(Date.parse(signal.settledAt)))
          : labels.mood.signalStatuses[signal.status]}
      </span>
    </IconWord>
  )
}

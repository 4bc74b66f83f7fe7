import type { Care, Signal } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { isWatched } from '../room/use-roles.ts'
import { CareMore } from './care-more.tsx'

/** The rules the group gave itself, to be read aloud. */
function Frame() {
  const t = useT('care')
  const frame = useBoard((board) => board.meeting.frame)
  if (frame.length === 0) return <p>{t.noFrame}</p>
  return (
    <div>
      <p className="text-second text-ink2">{t.frameTitle}</p>
      <ul className="list-disc ps-5">
        {frame.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  )
}

/** The question of the item the signal came in, or of the one that is open. */
function ItemQuestion({ signal }: { signal: Signal }) {
  const t = useT('care')
  const item = useBoard((board) => board.items[signal.itemId ?? board.now.itemId ?? ''])
  if (!item) return null
  return (
    <p>
      <span className="block text-second text-ink2">{t.itemTitle}</span>
      <span className="font-strong">{item.title}</span>
      <span className="block">{item.expectation}</span>
    </p>
  )
}

/** Those who wait to speak, in the order that the group chose; whoever keeps the floor gives it from here. */
function Queue() {
  const t = useT('care')
  const floor = useT('floor')
  const names = useNames()
  const queue = useBoard((board) => board.now.floor.queue)
  const turnId = useBoard((board) => board.now.floor.turn?.turnId ?? null)
  if (queue.length === 0) return <p className="text-second text-ink2">{t.queueEmpty}</p>
  return (
    <ul className="divide-y divide-line">
      {queue.map(({ personId, kind }) => (
        <li key={personId} className="flex items-center justify-between gap-3 py-1">
          <span>
            {names.first(personId)} <span className="text-second text-ink2">{floor.kinds[kind].label}</span>
          </span>
          <ActButton act={{ type: 'give-floor', personId, from: turnId }} kind="link">
            {floor.giveShort}
          </ActButton>
        </li>
      ))}
    </ul>
  )
}

/** Where the response under way has come to, the same on every screen: its sentence, what it needs before the eyes, and for the hands that treat it the way on. */
export function CareSteps({ signal, care, big = false }: { signal: Signal; care: Care; big?: boolean }) {
  const t = useT('care')
  const watched = useBoard(isWatched)
  const steps = t.steps[care.response]
  const step = Math.min(care.step, steps.length)
  const next = { type: 'advance-care', signalId: signal.id, response: care.response, from: care.step } as const
  const leads = useAllowed(next).allowed
  const settles = useAllowed({ type: 'settle-signal', signalId: signal.id }).allowed
  const restates = care.response === 'cross-restatement' && step % 3 === 2
  const sentence = steps[step]
  return (
    <div aria-live="polite" className="flex flex-col gap-2">
      {steps.length > 1 && step < steps.length && <p className="text-second text-ink2">{t.step(step + 1, steps.length)}</p>}
      <p className={big ? 'text-proposal text-balance' : ''}>{sentence ?? (settles ? t.over : watched ? t.overAll : t.overOther)}</p>
      {care.response === 'frame-reminder' && <Frame />}
      {care.response === 'clarify' && <ItemQuestion signal={signal} />}
      {care.response === 'give-voice' && <Queue />}
      {leads && <CareMore signal={signal} care={care} />}
      {leads && steps.length > 1 && sentence !== undefined && (
        <ActButton act={next} wide className="justify-center">
          {restates ? t.itsThat : step + 1 < steps.length ? t.next : t.back}
        </ActButton>
      )}
    </div>
  )
}

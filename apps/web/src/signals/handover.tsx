import type { Id, OrgId, PersonId, Signal } from '@clairiere/ritual'
import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { usePresent } from '../room/use-people.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { SelectField } from '../ui/field.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { likelyListener } from './listening.ts'
import { handoverStands } from './treatment.ts'

/** `askedTo`: to whom it would go already: consents given for one are none for another. */
function AskConsents({
  signalId,
  askedTo,
  onAsked,
  onLeave,
}: {
  signalId: Id
  askedTo: OrgId | undefined
  onAsked: () => void
  onLeave: () => void
}) {
  const t = useT('signals').handover
  const names = useNames()
  const organisations = useBoard((board) => board.organisations)
  const known = useBoard((board) => board.people)
  const send = useAct()
  const { me } = useMine()
  const all = Object.values(organisations)
  const [to, setTo] = useState<OrgId>(askedTo ?? likelyListener(all))
  const [people, setPeople] = useState<readonly PersonId[]>([])
  const [error, setError] = useState('')
  const ask = async () => {
    if (people.length === 0) return setError(t.whoMissing)
    const sent = await send({ type: 'ask-consents', signalId, to, people: [...people] })
    if (sent.ok) onAsked()
  }
  const others = names.sorted.map(({ id }) => id).filter((id) => id !== me)
  // Without a screen of their own, never on a neighbour's [§2.5-15].
  const isAskedAloud = (id: PersonId) => known[id]?.device === 'none'
  const chip = (id: PersonId) => (
    <Chip
      key={id}
      label={names.first(id)}
      checked={people.includes(id)}
      onChange={(on) => {
        setError('')
        setPeople(on ? [...people, id] : people.filter((other) => other !== id))
      }}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      <p className="text-second text-ink2">{t.lead}</p>
      {askedTo === undefined && (
        <SelectField label={t.to} value={to} onChange={setTo} options={all.map(({ id, label }) => ({ value: id, label }))} />
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-strong">{t.who}</legend>
        <div className="flex flex-wrap gap-2">{others.filter((id) => !isAskedAloud(id)).map(chip)}</div>
      </fieldset>
      {others.some(isAskedAloud) && (
        <fieldset className="flex flex-col gap-2">
          <legend className="font-strong">{t.aloud}</legend>
          <p className="text-second text-ink2">{t.aloudHint}</p>
          <div className="flex flex-wrap gap-2">{others.filter(isAskedAloud).map(chip)}</div>
        </fieldset>
      )}
      {error && <ErrorLine>{error}</ErrorLine>}
      <SeenBy>{t.seenBy}</SeenBy>
      <div className="flex flex-wrap gap-x-5">
        <Button onClick={() => void ask()}>{t.ask}</Button>
        <Button kind="quiet" onClick={onLeave}>
          {t.leave}
        </Button>
      </div>
    </div>
  )
}

/** Handing a tension over [B3, §2.5-15]: the mood-watch, or whoever may in its place [§4.11], asks each person concerned on their own screen, sees the answers, and hands over once all agree. */
export function Handover({ signal }: { signal: Signal }) {
  const t = useT('signals').handover
  const care = useT('care')
  const names = useNames()
  const { me } = useMine()
  const may = useAllowed({ type: 'ask-consents', signalId: signal.id, to: 'x', people: [me] })
  const answers = useConfidences('handover', signal.id)
  const present = usePresent()
  const [open, setOpen] = useState(false)
  const [more, setMore] = useState(false)
  const reachable = may.allowed || may.code === 'no-such-thing'
  if (!reachable || signal.kind === 'joy' || (signal.status !== 'in-care' && signal.status !== 'settled')) return null
  if (!open && answers.length === 0) {
    return (
      <Button kind="quiet" icon={HandHeart} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
    )
  }
  const leave = () => {
    setOpen(false)
    setMore(false)
  }
  const stands = handoverStands(answers.map(({ payload }) => payload.answer))
  const awaited = answers.flatMap(({ personId, payload }) => (personId !== undefined && payload.answer === 'asked' ? [personId] : []))
  return (
    <section aria-label={t.title} className="flex w-full flex-col gap-3 border-t border-line pt-3">
      <h2 className="font-strong">{t.open}</h2>
      {answers.length > 0 && (
        <ul className="flex flex-col gap-1">
          {answers.map((view) => (
            <li key={view.personId} className="flex justify-between gap-3">
              <span>{names.full(view.personId ?? '')}</span>
              <span className="text-second text-ink2">
                {view.payload.answer === 'asked' && !present.has(view.personId ?? '') ? t.askedAway : t[view.payload.answer]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {stands === 'refused' && <p className="text-second text-ink2">{t.one}</p>}
      {stands === 'refused' && signal.status === 'in-care' && (
        <ActButton act={{ type: 'settle-signal', signalId: signal.id, aside: true }} className="self-start">
          {care.aside}
        </ActButton>
      )}
      {stands === 'waits' && <p className="text-second text-ink2">{t.waits(names.list(awaited))}</p>}
      {stands === 'ready' && (
        <ActButton act={{ type: 'hand-over-signal', signalId: signal.id }} className="self-start">
          {t.give}
        </ActButton>
      )}
      {answers.length === 0 || more ? (
        <AskConsents signalId={signal.id} askedTo={answers.at(-1)?.payload.to} onAsked={() => setMore(false)} onLeave={leave} />
      ) : (
        <Button kind="quiet" onClick={() => setMore(true)} className="self-start">
          {t.askMore}
        </Button>
      )}
    </section>
  )
}

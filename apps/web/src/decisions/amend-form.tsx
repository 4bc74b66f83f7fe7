import { currentVersion, dayOf, draftRoot, type Decision, type RoleCard } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Field } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { CardFields } from './card-fields.tsx'
import { DraftField, PROPOSAL_MAX, useDraftText } from './draft-field.tsx'
import { cardOf, type CardDraft } from './made-draft.ts'
import { writeInto } from './shared-text.ts'

const draftOf = ({ name, mission = '', limits = '', until, holder = '' }: RoleCard): CardDraft => ({ name, mission, limits, until, holder })

/** Where the form of this decision stands on the page. */
export const amendFormId = ({ id }: Decision): string => `amend-${id}`

/** The next version, written in the common text, posed by the carrier alone; in integration it says which objections it takes in. */
export function AmendForm({ decision, filled, onDone }: { decision: Decision; filled: boolean; onDone?: () => void }) {
  const t = useT('decisions')
  const names = useNames()
  const send = useAct()
  const link = useRoom()
  const version = currentVersion(decision)
  const zone = useBoard((board) => board.meeting.timezone)
  const today = dayOf(new Date(link.clock.now()).toISOString(), zone)
  const draft = useDraftText(decision.itemId).trim()
  const open = decision.objections.filter(({ tested, integratedIn }) => tested === 'accepted' && integratedIn === undefined)
  const [change, setChange] = useDraft(`${decision.id}/change/${version.n}`)
  const [left, setLeft] = useState<readonly string[]>([])
  const elects = decision.process === 'election'
  const { card: before } = decision
  const [card, setCard] = useState<CardDraft | null>(before ? draftOf(before) : null)
  const changed = card !== null && JSON.stringify(cardOf(card, elects)) !== JSON.stringify(before ? cardOf(draftOf(before), elects) : null)
  const [error, setError] = useState('')
  const integrates = open.filter(({ id }) => !left.includes(id)).map(({ id }) => id)
  const amend = async () => {
    if (draft === '') return setError(t.propose.missing)
    if (draft.length > PROPOSAL_MAX) return setError(t.propose.tooLong(draft.length - PROPOSAL_MAX))
    if (draft === version.text && !changed && integrates.length === 0) return setError(t.amend.same)
    setError('')
    const sent = await send({
      type: 'amend',
      decisionId: decision.id,
      from: version.n,
      text: draft,
      integrates,
      ...(change.trim() ? { change: change.trim() } : {}),
      ...(changed ? { card: cardOf(card, elects) } : {}),
    })
    if (!sent.ok) return
    setChange('')
    onDone?.()
  }
  return (
    <section id={amendFormId(decision)} aria-label={t.amend.title} className="flex flex-col gap-4">
      <DraftField
        itemId={decision.itemId}
        error={error || undefined}
        {...(elects ? { label: t.election.card.mission, hint: t.election.card.missionHint } : {})}
      />
      {card && <CardFields card={card} onChange={(more) => setCard({ ...card, ...more })} election={elects} today={today} errors={{}} />}
      {draft !== version.text && (
        <Button
          kind="quiet"
          className="self-start"
          onClick={() => writeInto(link.replica.doc.getText(draftRoot(decision.itemId)), version.text)}
        >
          {t.amend.back}
        </Button>
      )}
      <Field label={t.amend.change} value={change} onChange={setChange} maxLength={500} />
      {open.length > 0 && (
        <fieldset>
          <legend className="font-strong">{t.amend.integrates}</legend>
          {open.map((objection) => (
            <Check
              key={objection.id}
              label={t.amend.objectionOf(objection.personId ? names.first(objection.personId) : t.outcome.someone)}
              second={objection.text}
              checked={!left.includes(objection.id)}
              onChange={(on) => setLeft(on ? left.filter((id) => id !== objection.id) : [...left, objection.id])}
            />
          ))}
        </fieldset>
      )}
      <Button kind={filled ? 'act' : 'plain'} onClick={() => void amend()} className="self-start">
        {t.amend.act(version.n + 1)}
      </Button>
    </section>
  )
}

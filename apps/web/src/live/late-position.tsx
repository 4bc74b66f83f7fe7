import type { ActInput } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import type { Objecting } from './objecting.ts'

/**
 * An objection given to a round that was revealed meanwhile: it counts no more, and is not to vanish silently either. Said in one tap as one that came after the round,
 * or as a reaction where the decision is adopted and the meeting over [§4.5].
 */
export function LatePosition({ act, onSaid }: { act: Objecting; onSaid: () => void }) {
  const t = useT('decisions').outcome
  const send = useAct()
  const [text, setText] = useDraft(`${act.decisionId}/late-position`, act.text ?? '')
  const { decisionId, voice = null, attribution = 'name-and-voice', personId } = act
  const words = text.trim() || '…'
  const said = { voice, attribution, text: words }
  const late: ActInput = { type: 'state-objection', decisionId, ...said, ...(personId !== undefined && { personId }) }
  const reaction: ActInput = { type: 'react', decisionId, reactionType: 'objection', ...said }
  const mayLate = useAllowed(late).allowed
  const mayReact = useAllowed(reaction).allowed && personId === undefined
  if (!mayLate && !mayReact) return null
  const say = async () => {
    if (text.trim() === '') return
    const sent = await send(mayLate ? late : reaction)
    if (!sent.ok && sent.refused !== 'queued') return
    setText('')
    onSaid()
  }
  return (
    <>
      {!act.text && (
        <div className="order-first basis-full">
          <LongField label={t.lateLabel} hint={t.lateHint} value={text} onChange={setText} maxLength={1000} />
        </div>
      )}
      <Button kind="link" onClick={() => void say()}>
        {t.lateSay}
      </Button>
    </>
  )
}

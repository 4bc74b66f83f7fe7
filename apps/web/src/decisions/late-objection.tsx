import type { Attribution, Decision, OrgId, PersonId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { AttributionField, VoiceField } from '../room/voice-fields.tsx'
import { Button } from '../ui/button.tsx'
import { LongField, SelectField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'

/**
 * An objection after the reveal [§4.5]: never counted, never silent. Also where somebody who objected without a word gives their reason: `asked` of them, and
 * kept under the name and the voice they objected with.
 */
export function LateObjection({ decision, asked }: { decision: Decision; asked?: PersonId | undefined }) {
  const t = useT('decisions').outcome
  const send = useAct()
  const names = useNames()
  const { me, observes } = useMine()
  const written = useWrittenFor()
  const speakers = asked === undefined ? [...(observes ? [] : [me]), ...written.map(({ id }) => id)] : [asked]
  const [chosen, setSpeaker] = useState<PersonId | null>(null)
  const speaker = speakers.find((id) => id === chosen) ?? speakers[0] ?? me
  const first = useBoard((board) => board.people[speaker]?.voices[0]?.org) ?? null
  const [said, setVoice] = useState<{ by: PersonId; voice: OrgId | null } | null>(null)
  const voice = said?.by === speaker ? said.voice : first
  const [attribution, setAttribution] = useState<Attribution>('name-and-voice')
  const [text, setText] = useDraft(asked === undefined || asked === me ? `${decision.id}/late` : `${decision.id}/late/${asked}`)
  const act = {
    type: 'state-objection' as const,
    decisionId: decision.id,
    ...(speaker === me ? {} : { personId: speaker }),
    ...(asked === undefined ? { voice, attribution } : {}),
  }
  const may = useAllowed({ ...act, text: '…' })
  const [open, setOpen] = useState(asked !== undefined || text !== '')
  if (!may.allowed) return null
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)} className="self-start text-second">
        {t.lateOpen}
      </Button>
    )
  }
  const state = async () => {
    if (!text.trim()) return
    const sent = await send({ ...act, text: text.trim() })
    if (!sent.ok && sent.refused !== 'queued') return
    setText('')
    setOpen(false)
  }
  return (
    <div className="flex flex-col gap-3">
      {speakers.length > 1 && (
        <SelectField
          label={t.speaker}
          value={speaker}
          onChange={setSpeaker}
          options={speakers.map((id) => ({ value: id, label: names.full(id) }))}
        />
      )}
      <LongField
        label={t.lateLabel}
        hint={asked === undefined ? t.lateHint : asked === me ? t.reasonAsked : t.reasonAskedFor}
        value={text}
        onChange={setText}
        maxLength={1000}
      />
      {asked === undefined && (
        <>
          <VoiceField label={t.voice} value={voice} onChange={(next) => setVoice({ by: speaker, voice: next })} personId={speaker} />
          <AttributionField label={t.attribution} value={attribution} onChange={setAttribution} />
        </>
      )}
      <Button onClick={() => void state()} className="self-start">
        {speaker === me ? t.lateAct : t.lateActFor}
      </Button>
    </div>
  )
}

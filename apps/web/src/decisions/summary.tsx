import type { Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'

/** What the minutes will print of the clarifications or of the feelings: written by facilitation or scribe, read by all. */
export function Summary({ decision, step }: { decision: Decision; step: 'clarification' | 'feelings' }) {
  const t = useT('decisions').summary
  const send = useAct()
  const written = decision.summaries[step]
  const may = useAllowed({ type: 'set-summary', decisionId: decision.id, step, text: '…' })
  const [draft, setDraft] = useDraft(`${decision.id}/summary/${step}`, written ?? '')
  const [editing, setEditing] = useState(false)
  if (!may.allowed && written === undefined) return null
  const save = async () => {
    if (!draft.trim()) return
    const sent = await send({ type: 'set-summary', decisionId: decision.id, step, text: draft.trim() })
    if (sent.ok || sent.refused === 'queued') setEditing(false)
  }
  return (
    <Section
      title={t[step]}
      aside={
        may.allowed && !editing ? (
          <Button
            kind="link"
            data-act="set-summary"
            onClick={() => {
              setDraft(written ?? draft)
              setEditing(true)
            }}
          >
            {written === undefined ? t.write : t.edit}
          </Button>
        ) : undefined
      }
    >
      {editing ? (
        <div className="flex flex-col gap-3 pt-3">
          <LongField
            label={t[step]}
            labelHidden
            hint={step === 'clarification' ? t.clarificationHint : t.feelingsHint}
            value={draft}
            onChange={setDraft}
            maxLength={2000}
            lines={3}
            seenBy={t.seenBy}
          />
          <Button onClick={() => void save()} className="self-start">
            {t.save}
          </Button>
        </div>
      ) : (
        written !== undefined && <p className="pt-2 whitespace-pre-wrap">{written}</p>
      )}
    </Section>
  )
}

/** Both, in the steps after: whoever writes may still be writing when the group has gone on. */
export function Summaries({ decision }: { decision: Decision }) {
  if (decision.process === 'election') return null
  return (
    <>
      <Summary decision={decision} step="clarification" />
      <Summary decision={decision} step="feelings" />
    </>
  )
}

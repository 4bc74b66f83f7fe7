import type { Attribution, Decision, OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { AttributionField, useFirstVoice, VoiceField } from '../room/voice-fields.tsx'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useAuthor } from './said.tsx'

/** Small enrichments of a text that already holds: anyone offers, the carrier keeps or leaves. */
export function Improvements({ decision }: { decision: Decision }) {
  const { improvement: t, outcome } = useT('decisions')
  const author = useAuthor()
  const send = useAct()
  const first = useFirstVoice()
  const [chosen, setVoice] = useState<OrgId | null>()
  const voice = chosen === undefined ? first : chosen
  const [attribution, setAttribution] = useState<Attribution>('name-and-voice')
  const may = useAllowed({ type: 'improve', decisionId: decision.id, text: '…', voice })
  const [text, setText] = useDraft(`${decision.id}/improve`)
  const improve = async () => {
    if (!text.trim()) return
    const sent = await send({ type: 'improve', decisionId: decision.id, text: text.trim(), voice, attribution })
    if (sent.ok || sent.refused === 'queued') setText('')
  }
  const open = decision.status === 'open'
  if (!open && decision.improvements.length === 0) return null
  return (
    <Section title={t.title}>
      {open && <p className="pt-2 text-second text-ink2">{t.lead}</p>}
      {decision.improvements.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <Lines label={t.title}>
          {decision.improvements.map((improvement) => (
            <Line
              key={improvement.id}
              second={author.name(improvement)}
              aside={
                <span className="text-second text-ink2">{improvement.kept === null ? t.asked : improvement.kept ? t.kept : t.left}</span>
              }
            >
              <p>{improvement.text}</p>
              {open && (
                <div className="flex flex-wrap gap-x-5">
                  {[true, false]
                    .filter((kept) => improvement.kept !== kept)
                    .map((kept) => (
                      <ActButton
                        key={String(kept)}
                        act={{ type: 'keep-improvement', decisionId: decision.id, improvementId: improvement.id, kept }}
                        kind={kept ? 'link' : 'quiet'}
                      >
                        {kept ? t.keep : t.leave}
                      </ActButton>
                    ))}
                </div>
              )}
            </Line>
          ))}
        </Lines>
      )}
      {may.allowed && (
        <div className="flex flex-col gap-3 pt-3">
          <LongField label={t.label} value={text} onChange={setText} maxLength={500} lines={1} />
          {text !== '' && (
            <>
              <VoiceField label={outcome.voice} value={voice} onChange={setVoice} />
              <AttributionField label={outcome.attribution} value={attribution} onChange={setAttribution} />
            </>
          )}
          <Button data-act="improve" onClick={() => void improve()} className="self-start">
            {t.add}
          </Button>
        </div>
      )}
    </Section>
  )
}

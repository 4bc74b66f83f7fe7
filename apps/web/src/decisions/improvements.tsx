import type { Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useAuthor } from './said.tsx'

/** Small enrichments of a text that already holds: anyone offers, the carrier keeps or leaves. */
export function Improvements({ decision }: { decision: Decision }) {
  const t = useT('decisions').improvement
  const author = useAuthor()
  const send = useAct()
  const { me } = useMine()
  const voice = useBoard((board) => board.people[me]?.voices[0]?.org) ?? null
  const may = useAllowed({ type: 'improve', decisionId: decision.id, text: '…', voice })
  const [text, setText] = useDraft(`${decision.id}/improve`)
  const improve = async () => {
    if (!text.trim()) return
    const sent = await send({ type: 'improve', decisionId: decision.id, text: text.trim(), voice })
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
          <Button data-act="improve" onClick={() => void improve()} className="self-start">
            {t.add}
          </Button>
        </div>
      )}
    </Section>
  )
}

import type { ConfidencePayloads, ConfidenceView, Id } from '@clairiere/ritual'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct } from '../room/use-act.ts'
import { useNames } from '../room/use-names.ts'
import { EmptyState, Line, Lines } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { IconWord } from '../ui/icon.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { useHeardWhispers } from './use-mood.ts'

type Heard = ConfidenceView & { payload: ConfidencePayloads['whisper'] }

function Answer({ whisper, onDone }: { whisper: Heard; onDone: () => void }) {
  const t = useT('signals').whispers
  const names = useNames()
  const send = useAct()
  const [text, setText] = useState('')
  const give = async () => {
    if (!text.trim()) return
    const sent = await send({ type: 'answer-whisper', whisperId: whisper.subject, text: text.trim() })
    if (sent.ok) onDone()
  }
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <LongField label={t.answerTo(names.first(whisper.personId ?? ''))} value={text} onChange={setText} maxLength={280} lines={1} />
      <Button onClick={() => void give()}>{t.send}</Button>
    </div>
  )
}

function WhisperLine({ whisper, onToSignal }: { whisper: Heard; onToSignal?: ((whisperId: Id) => void) | undefined }) {
  const t = useT('signals').whispers
  const quoted = useT('ui').quoted
  const names = useNames()
  const [answering, setAnswering] = useState(false)
  const { text, status, answer } = whisper.payload
  const fresh = status === 'sent'
  return (
    <Line
      about={whisper.subject}
      aside={
        fresh ? (
          <ActButton act={{ type: 'read-whisper', whisperId: whisper.subject }} kind="link">
            {t.heard}
          </ActButton>
        ) : (
          <IconWord icon={Check} second className="py-2.5">
            {t.wasHeard}
          </IconWord>
        )
      }
    >
      <p className={fresh ? 'font-text' : 'text-ink2'}>{quoted(text)}</p>
      <p className="text-second text-ink2">{whisper.personId === undefined ? t.unsigned : t.signedBy(names.first(whisper.personId))}</p>
      {answer !== undefined && <p className="mt-1 border-s-2 border-line ps-3 text-second text-ink2">{answer}</p>}
      <div className="flex flex-wrap gap-x-5">
        {onToSignal && status !== 'became-signal' && (
          <Button kind="quiet" onClick={() => onToSignal(whisper.subject)}>
            {t.toSignal}
          </Button>
        )}
        {whisper.personId !== undefined && answer === undefined && !answering && (
          <Button kind="quiet" onClick={() => setAnswering(true)}>
            {t.answer}
          </Button>
        )}
      </div>
      {answering && <Answer whisper={whisper} onDone={() => setAnswering(false)} />}
    </Line>
  )
}

/** What was confided to this mood-watch: latest first, never grouped by person, gone when the meeting closes. A new one is said politely. */
export function Whispers({ onToSignal }: { onToSignal?: (whisperId: Id) => void }) {
  const t = useT('signals').whispers
  const whispers = useHeardWhispers()
  const announce = useAnnounce()
  const known = useRef(whispers.length)
  useEffect(() => {
    if (whispers.length > known.current) announce(t.came)
    known.current = whispers.length
  }, [whispers.length, announce, t])
  if (whispers.length === 0) return <EmptyState>{t.empty}</EmptyState>
  return (
    <>
      <Lines label={t.title}>
        {whispers.map((whisper) => (
          <WhisperLine key={whisper.subject} whisper={whisper} onToSignal={onToSignal} />
        ))}
      </Lines>
      <p className="border-t border-line pt-3 text-second text-ink2">{t.forgotten}</p>
    </>
  )
}

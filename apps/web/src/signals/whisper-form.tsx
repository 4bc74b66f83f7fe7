import { circleSize, GUESSABLE_UNDER } from '@clairiere/ritual'
import { Check as CheckIcon, Ear } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { refusalSaid } from '../room/refusal-said.ts'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { IconWord } from '../ui/icon.tsx'
import { useWhisper } from './use-own-whispers.ts'

/**
 * A word for the mood-watch alone. Neither a draft nor something to be sent later; once sent, only this tab keeps it, in case nobody reads it [§4.2]. Under six
 * people it says that one may be guessed, and offers to sign [§2.7].
 */
export function WhisperForm({ send: kind = 'plain' }: { send?: ButtonKind }) {
  const t = useT('signals').whisper
  const labels = useLabels()
  const send = useWhisper()
  const guessable = useBoard((board) => circleSize(board) < GUESSABLE_UNDER)
  const open = useAllowed({ type: 'whisper', text: '…' })
  const [text, setText] = useState('')
  const [signed, setSigned] = useState(false)
  const [error, setError] = useState('')
  const [state, setState] = useState<'writing' | 'sending' | 'sent'>('writing')

  if (!open.allowed && state !== 'sent')
    return <p className="text-ink2">{open.code === 'whispers-off' ? labels.mood.whispersOff : open.sentence}</p>
  if (state === 'sent') {
    return (
      <div role="status" className="flex flex-col items-start gap-1">
        <IconWord icon={CheckIcon} tone="moss">
          {t.sent}
        </IconWord>
        <Button kind="quiet" onClick={() => setState('writing')}>
          {t.sentAgain}
        </Button>
      </div>
    )
  }
  const whisper = async () => {
    if (!text.trim()) return setError(t.empty)
    setState('sending')
    const sent = await send(text.trim(), signed)
    if (sent.ok) {
      setText('')
      setError('')
      setState('sent')
      return
    }
    setState('writing')
    const isOffline = sent.refused === 'dropped' || sent.refused === 'queued'
    setError(isOffline ? t.notOffline : refusalSaid(sent, null, labels))
  }
  return (
    <div className="flex flex-col gap-2">
      <LongField
        label={t.label}
        value={text}
        onChange={(next) => {
          setText(next)
          setError('')
        }}
        maxLength={280}
        lines={2}
        seenBy={signed ? t.seenBySigned : t.seenByNobodyElse}
      />
      {guessable && <p className="text-second">{labels.mood.whisperGuessable}</p>}
      <Check label={t.sign} checked={signed} onChange={setSigned} />
      {error && <ErrorLine>{error}</ErrorLine>}
      <Button kind={kind} icon={Ear} wide disabled={state === 'sending'} onClick={() => void whisper()}>
        {t.send}
      </Button>
    </div>
  )
}

import { Ear, Flag } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { SideSection } from '../ui/columns.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { ConsentAsked } from './consent-asked.tsx'
import { FramePoint } from './frame-point.tsx'
import { Help } from './help.tsx'
import { RaiseForm, type RaiseFrom } from './raise-form.tsx'
import { Ripples, useRipples } from './ripples.tsx'
import { Signals, Treated, WhisperAnswers } from './ambiance.tsx'
import { useHeardWhispers, useMayOfferWhisper, useMayRaise, useUntreated } from './use-mood.ts'
import { WhisperForm } from './whisper-form.tsx'
import { WhispersGate } from './whispers-gate.tsx'
import { Whispers } from './whispers.tsx'

/** The mood on a laptop, lower right: signals and their treatment; whispering and raising open over the screen, so that nothing below moves. */
export function SignalPanel() {
  const t = useT('signals')
  const { keepsMood } = useMine()
  const mayWhisper = useMayOfferWhisper()
  const live = useBoard((board) => board.meeting.status === 'live')
  const kinds = useMayRaise()
  const ripples = useRipples()
  const whispers = useHeardWhispers()
  const hasSignals = useBoard((board) => Object.keys(board.signals).length > 0)
  const [sheet, setSheet] = useState<'whisper' | 'raise' | null>(null)
  const [from, setFrom] = useState<RaiseFrom>(null)
  const startRaising = (next: RaiseFrom): void => {
    setFrom(next)
    setSheet('raise')
  }
  const first = useUntreated()[0]?.id
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (first === undefined) return
    // Only this column scrolls, the centre does not move: it puts what asks for attention first, sooner or later than this, so it is shown from its top, where
    // the browser holds on to nothing that was in view before.
    place.current?.closest('aside')?.scrollTo(0, 0)
  }, [first])
  if (!live) return null
  return (
    <>
      {ripples.length > 0 && (
        <SideSection title={t.ripples.title}>
          <Ripples {...(keepsMood ? { onRaise: (rippleId, kind) => startRaising({ rippleId, kind }) } : {})} />
        </SideSection>
      )}
      <SideSection title={t.ambiance}>
        <div ref={place} className="flex flex-col gap-4">
          <ConsentAsked />
          {hasSignals && <Signals />}
          {!keepsMood && <WhisperAnswers />}
          <div className="flex flex-col items-start">
            {mayWhisper && (
              <Button kind="quiet" icon={Ear} onClick={() => setSheet('whisper')}>
                {t.whisper.title}
              </Button>
            )}
            {kinds.length > 0 && (
              <Button kind="quiet" icon={Flag} onClick={() => startRaising(null)}>
                {t.raiseTitle}
              </Button>
            )}
            <FramePoint />
            <Help />
          </div>
          {hasSignals && <Treated />}
        </div>
      </SideSection>
      {keepsMood && (
        <SideSection title={t.whispers.title} aside={whispers.length > 0 ? String(whispers.length) : undefined}>
          <Whispers onToSignal={(whisperId) => startRaising({ whisperId })} />
          <WhispersGate />
        </SideSection>
      )}
      <Sheet open={sheet === 'whisper'} onClose={() => setSheet(null)} title={t.whisper.title}>
        <WhisperForm send="act" />
      </Sheet>
      <Sheet open={sheet === 'raise'} onClose={() => setSheet(null)} title={keepsMood ? t.feel : t.raiseTitle}>
        <div className="flex flex-col gap-3">
          {!keepsMood && <SeenBy>{t.raiseOpen}</SeenBy>}
          <RaiseForm key={JSON.stringify(from)} kinds={kinds} label={t.kinds} from={from} onRaised={() => setSheet(null)} />
        </div>
      </Sheet>
    </>
  )
}

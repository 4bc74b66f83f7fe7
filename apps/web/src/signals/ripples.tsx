import type { Id, SignalKind } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { Line, Lines } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { IconWord } from '../ui/icon.tsx'
import { signalLook } from '../room/signal-look.ts'

/** Level-1 signals still noticed; facilitation and mood-watch alone receive them, so that elsewhere the list is simply empty [B22]. */
export const useRipples = () => useConfidences('ripple').filter((view) => view.payload.status === 'noticed')

/** Discreet signs, without obligation. The mood-watch may raise one for everyone; who noticed it takes it back. */
export function Ripples({ onRaise }: { onRaise?: (rippleId: Id, kind: SignalKind) => void }) {
  const t = useT('signals').ripples
  const labels = useLabels()
  const { me } = useMine()
  const ripples = useRipples()
  if (ripples.length === 0) return null
  return (
    <Lines label={t.title}>
      {ripples.map((ripple) => (
        <Line key={ripple.subject}>
          <IconWord icon={signalLook[ripple.payload.kind].icon} tone={signalLook[ripple.payload.kind].tone}>
            {labels.mood.signals[ripple.payload.kind].label}, {labels.mood.levels[1].label}
          </IconWord>
          <div className="flex flex-wrap gap-x-5">
            {onRaise && (
              <Button kind="quiet" onClick={() => onRaise(ripple.subject, ripple.payload.kind)}>
                {t.raise}
              </Button>
            )}
            {ripple.personId === me && (
              <ActButton act={{ type: 'withdraw-signal', signalId: ripple.subject }} kind="quiet">
                {t.withdraw}
              </ActButton>
            )}
          </div>
        </Line>
      ))}
    </Lines>
  )
}

import { roleIds, type Id, type RoleId, type SignalKind } from '@clairiere/ritual'
import { useCallback, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { untimedId } from '../room/untimed-id.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceCell } from '../ui/choice-tile.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/toasts.tsx'
import { toneText } from '../ui/tone.ts'
import { type Level, RaiseLevels } from './raise-levels.tsx'
import { signalLook } from '../room/signal-look.ts'

/** Where a signal comes from, when it was there before: a whisper, or a level-1 ripple with its kind. */
export type RaiseFrom = { whisperId: Id } | { rippleId: Id; kind: SignalKind } | null

export type RaiseFormProps = { kinds: readonly SignalKind[]; label: string; from?: RaiseFrom; onRaised?: () => void; onLeave?: () => void }

/** Two taps to raise: what is sensed, then how far it goes. Ten seconds to take it back; where it starts `from` something, `onLeave` lets that be. */
export function RaiseForm({ kinds, label, from = null, onRaised, onLeave }: RaiseFormProps) {
  const t = useT('signals')
  const labels = useLabels()
  const send = useAct()
  const say = useSay()
  const { keepsMood } = useMine()
  const [kind, setKind] = useState<SignalKind | null>(null)
  const [phrase, setPhrase] = useState('')
  const [aboutRole, setAboutRole] = useState<RoleId | ''>('')
  const [precise, setPrecise] = useState(false)
  const [busy, setBusy] = useState(false)
  const fromRipple = from !== null && 'rippleId' in from
  const chosen = kind ?? (fromRipple ? from.kind : null)
  const levels: readonly Level[] = keepsMood && !fromRipple ? [1, 2, 3] : [2, 3]

  const raise = useCallback(
    async (level: Level) => {
      if (chosen === null) return
      setBusy(true)
      const signalId = untimedId() // it stands on the board, and who raised it does not
      const sent = await send(
        {
          type: 'raise-signal',
          kind: chosen,
          level,
          ...(level > 1 && phrase.trim() ? { phrase: phrase.trim() } : {}),
          ...(level > 1 && aboutRole ? { aboutRole } : {}),
          ...(from !== null && 'rippleId' in from ? { signalId: from.rippleId } : {}),
          ...(level > 1 && from !== null && 'whisperId' in from ? { whisperIds: [from.whisperId] } : {}),
        },
        { id: signalId },
      )
      setBusy(false)
      if (!sent.ok) return
      setKind(null)
      setPhrase('')
      setAboutRole('')
      setPrecise(false)
      onRaised?.()
      const { signals, levels: names } = labels.mood
      const undo = async () => {
        const undone = await send({ type: 'withdraw-signal', signalId }, { quiet: true })
        say(undone.ok ? t.undone : t.undoneTooLate)
      }
      const word = signals[chosen].label
      say(t.raised(word.charAt(0).toLocaleUpperCase() + word.slice(1), names[level].label), () => void undo())
    },
    [chosen, phrase, aboutRole, from, send, say, labels, t, onRaised],
  )

  return (
    <div className="flex flex-col gap-2.5">
      {/* Two lines of a kind's name stand as close as on a label, so that kinds and levels fit a phone together. */}
      <div className="[&_label>span]:leading-4.5">
        <ChoiceGroup label={label} labelHidden layout="cells" value={chosen} onChange={setKind}>
          {kinds.map((id) => (
            <ChoiceCell
              key={id}
              value={id}
              disc={<Icon shape={signalLook[id].icon} className={`size-6 ${toneText[signalLook[id].tone]}`} />}
              label={labels.mood.signals[id].label}
            />
          ))}
        </ChoiceGroup>
      </div>
      {from !== null && (
        <div className="flex flex-wrap items-center gap-x-4">
          <p className="text-second text-ink2">{fromRipple ? t.fromRipple : t.fromWhisper}</p>
          {onLeave && (
            <Button kind="quiet" onClick={onLeave}>
              {t.leaveFrom}
            </Button>
          )}
        </div>
      )}
      <RaiseLevels levels={levels} ready={chosen !== null} busy={busy} onRaise={(level) => void raise(level)} />
      {keepsMood && chosen !== null && !precise && (
        <Button kind="quiet" onClick={() => setPrecise(true)} className="self-start">
          {t.precise}
        </Button>
      )}
      {keepsMood && precise && (
        <div className="flex flex-col gap-4">
          <Field label={t.phrase} value={phrase} onChange={setPhrase} maxLength={200} seenBy={t.phraseSeenBy} />
          <SelectField
            label={t.aboutRole}
            hint={t.aboutRoleHint}
            value={aboutRole}
            onChange={(value) => setAboutRole(value as RoleId | '')}
            options={[
              { value: '', label: t.aboutNoRole },
              ...roleIds.filter((role) => role !== 'host').map((role) => ({ value: role, label: labels.people.roles[role].label })),
            ]}
          />
        </div>
      )}
    </div>
  )
}

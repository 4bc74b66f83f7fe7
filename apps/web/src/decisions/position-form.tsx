import { attributions, type Decision, type PersonId, type PositionId } from '@clairiere/ritual'
import { Bookmark, CircleAlert, CircleCheck, CircleQuestionMark } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { ChoiceCard, ChoiceSegment } from '../ui/choice-tile.tsx'
import { LongField } from '../ui/field.tsx'
import type { IconShape } from '../ui/icon.tsx'
import { takesReason, usePosition, type VoiceKey } from './use-position.ts'

const rows = ['no-objection', 'concern', 'objection', 'not-clear'] as const
export const positionIcons: Readonly<Record<(typeof rows)[number], IconShape>> = {
  'no-objection': CircleCheck,
  concern: Bookmark,
  objection: CircleAlert,
  'not-clear': CircleQuestionMark,
}

/** Voices of one person, as the choice lists them; someone without any speaks in their own name. */
const useVoices = (personId: PersonId): readonly { key: VoiceKey; quality: string }[] => {
  const voices = useBoard((board) => board.people[personId]?.voices) ?? []
  return voices.length === 0 ? [{ key: '', quality: '' }] : voices.map(({ org, quality }) => ({ key: org ?? '', quality }))
}

/** Four equal rows, no row coloured by meaning; the reason opens inside the chosen one. « Je me mets en retrait » is a fifth, plainer target: it never blocks. */
export function PositionForm({ decision, round, personId }: { decision: Decision; round: number; personId: PersonId }) {
  const t = useT('decisions').position
  const labels = useLabels()
  const names = useNames()
  const voices = useVoices(personId)
  const { mine, change, flush, unsent } = usePosition(decision, round, personId)
  const [chosenVoice, setVoice] = useState<VoiceKey | null>(null)
  const voice = chosenVoice ?? voices[0]?.key ?? ''
  const position = mine.byVoice[voice]
  const choose = (next: PositionId) => change({ ...mine, byVoice: { ...mine.byVoice, [voice]: next } }, 'once')
  return (
    <div className="flex flex-col gap-3">
      {voices.length > 1 && (
        <ChoiceGroup label={t.voice} labelHidden layout="pair" value={voice} onChange={setVoice}>
          {voices.map(({ key, quality }) => {
            const said = mine.byVoice[key]
            return (
              <ChoiceCard
                key={key}
                value={key}
                label={names.org(key === '' ? null : key)}
                second={said ? t.said[said] : key === voice ? quality : t.toSay}
              />
            )
          })}
        </ChoiceGroup>
      )}
      <ChoiceGroup<PositionId> label={t.choose} labelHidden value={position ?? null} onChange={choose}>
        {rows.map((id) => (
          <ChoiceRow key={id} value={id} icon={positionIcons[id]} label={labels.deciding.positions[id].label}>
            {takesReason(id) && (
              <div className="flex flex-col gap-3">
                <LongField
                  label={t.reason[id]}
                  labelHidden
                  hint={t.reasonHint}
                  value={mine.text}
                  onChange={(text) => change({ ...mine, text }, 'rest')}
                  onBlur={() => void flush()}
                  maxLength={1000}
                  lines={2}
                />
                {id !== 'not-clear' && (
                  <ChoiceGroup
                    label={t.attribution}
                    layout="segments"
                    value={mine.attribution}
                    onChange={(attribution) => change({ ...mine, attribution }, 'once')}
                  >
                    {attributions.map((attribution) => (
                      <ChoiceSegment key={attribution} value={attribution} label={t.attributions[attribution]} />
                    ))}
                  </ChoiceGroup>
                )}
              </div>
            )}
          </ChoiceRow>
        ))}
      </ChoiceGroup>
      <div className="flex flex-col items-center">
        <Button kind="quiet" aria-pressed={position === 'aside'} onClick={() => choose('aside')} className="min-h-12">
          {t.aside}
        </Button>
        {position === 'aside' && (
          <p role="status" className="text-second font-chosen">
            {t.inAside}
          </p>
        )}
      </div>
      {voices.length > 1 && <p className="text-second text-ink2">{t.oneForAll}</p>}
      {unsent && position !== undefined && (
        <p role="status" className="animate-late text-second text-ink2">
          {t.unsent}
        </p>
      )}
    </div>
  )
}

import type { RitualPart } from '@clairiere/ritual'
import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Explain } from '../room/explain.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { PartsChoice } from '../room/parts-choice.tsx'
import { useLabels } from '../room/use-labels.ts'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { later } from '../ui/later.ts'
import type { RitualOfSheet } from './own-ritual.tsx'
import { PrivacyLevels } from './privacy-levels.tsx'
import { PrivacySheet } from './privacy-sheet.tsx'

/** Looked at by few, and with the words of later screens. */
const RitualFields = later(async () => (await import('./own-ritual.tsx')).RitualFields)
const OwnRitual = later(async () => (await import('./own-ritual.tsx')).OwnRitual)

const nothing: readonly RitualPart[] = []

/** The rules of the circle, and in one sentence what is kept and what is erased; both can be made stricter here. */
export function FrameSection() {
  const t = useT('welcome')
  const labels = useLabels().meeting
  const parts = useT('room').parts.names
  const act = useAct()
  const frame = useBoard((board) => board.meeting.frame)
  const mayChange = useAllowed({ type: 'set-frame', frame: [...frame] }).allowed
  const mayTighten = useAllowed({ type: 'set-privacy' }).allowed
  const [editing, setEditing] = useState(false)
  const [tightening, setTightening] = useState(false)
  const [rules, setRules] = useState('')
  const left = useBoard((board) => board.meeting.without) ?? nothing
  const [without, setWithout] = useState<readonly RitualPart[]>(left)
  const isOwn = useBoard(({ meeting: { steps, stepMinutes, prompts } }) => (steps ?? stepMinutes ?? prompts) !== undefined)
  const beforeWeather = useBoard(({ now }) => now.phase === null || now.phase === 'welcome')
  /** Null until it is changed in the sheet. */
  const [ritual, setRitual] = useState<RitualOfSheet | null>(null)
  const keep = async () => {
    const lines = rules
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const sent = await act({ type: 'set-frame', frame: lines, without: [...without], ...ritual })
    if (sent.ok) setEditing(false)
  }
  return (
    <Section
      title={t.frame}
      aside={
        mayChange && (
          <Button
            kind="link"
            onClick={() => {
              setRules(frame.join('\n'))
              setWithout(left)
              setRitual(null)
              setEditing(true)
            }}
            className="-my-3"
          >
            {t.changeFrame}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3 py-3">
        {frame.length === 0 ? (
          <p className="text-ink2">{t.noFrame}</p>
        ) : (
          <ul className="flex list-disc flex-col gap-1 ps-5">
            {frame.map((rule) => (
              <li key={rule}>
                <Explain text={rule} />
              </li>
            ))}
          </ul>
        )}
        {left.length > 0 && <p className="text-ink2">{t.without(left.map((part) => parts[part]))}</p>}
        {isOwn && (
          <Suspense fallback={null}>
            <OwnRitual />
          </Suspense>
        )}
        <SeenBy>{labels.keptAndForgotten}</SeenBy>
        <PrivacyLevels />
        {mayTighten && (
          <Button kind="quiet" onClick={() => setTightening(true)} className="self-start">
            {t.tighten}
          </Button>
        )}
      </div>
      <Sheet
        open={editing}
        onClose={() => setEditing(false)}
        title={t.changeFrame}
        foot={
          <Button kind="act" wide onClick={() => void keep()}>
            {t.keep}
          </Button>
        }
      >
        <div className="flex flex-col gap-6">
          <LongField label={t.frameRules} value={rules} onChange={setRules} lines={6} maxLength={4000} />
          <PartsChoice without={without} onChange={setWithout} />
          {beforeWeather && (
            <Suspense fallback={null}>
              <RitualFields ritual={ritual} without={without} onChange={setRitual} />
            </Suspense>
          )}
        </div>
      </Sheet>
      <PrivacySheet open={tightening} onClose={() => setTightening(false)} />
    </Section>
  )
}

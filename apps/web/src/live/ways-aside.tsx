import { phaseAfter, stepsOf, type ActInput, type RoundKind } from '@clairiere/ritual'
import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useForesee } from '../room/use-foresee.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { later } from '../ui/later.ts'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import type { NextStep } from './next-step.ts'

const RoundForm = later(async () => (await import('./round-form.tsx')).RoundForm)
const InterruptMeeting = later(async () => (await import('./interrupt-meeting.tsx')).InterruptMeeting)

/** What else may be done here, by whoever leads: go back, skip, pause, postpone; and when nobody leads, end the meeting where it stands. Only what the rules would take now is listed. */
export function WaysAside({ step }: { step: NextStep | null }) {
  const t = useT('live')
  const promptOf = usePrompts()
  const foresees = useForesee()
  const board = useBoard((whole) => whole)
  const act = useAct()
  const { phase, itemId, roundId } = board.now
  const [form, setForm] = useState<RoundKind | 'interrupt' | null>(null)
  const entries: MenuEntry[] = []
  const offer = (id: string, label: string, given: ActInput) => {
    if (foresees(given)) entries.push({ id, label, act: JSON.stringify(given), onAct: () => void act(given) })
  }
  const rounds = step?.kind === 'start-round' ? step.round : null
  if (rounds !== null && foresees({ type: 'start-round', kind: rounds }))
    entries.push({ id: 'form', label: t.leads.roundForm, act: 'start-round', onAct: () => setForm(rounds) })
  if (step?.kind === 'start-round' && step.mode !== 'simultaneous')
    offer('written', t.leads.written, {
      type: 'start-round',
      kind: step.round,
      mode: 'simultaneous',
      prompt: promptOf(step.round),
    })
  if (roundId !== null && step?.kind !== 'end-round') offer('end-round', t.leads.endRound, { type: 'end-round', roundId })
  if (itemId !== null) offer('later', t.leads.later, { type: 'postpone-item', itemId })
  if (board.meeting.status === 'live') {
    const steps = stepsOf(board.meeting)
    const index = phase === null ? 0 : steps.indexOf(phase)
    const before = steps[index - 1]
    const after = phaseAfter(board, phase)
    if (after && step?.kind !== 'phase' && step?.kind !== 'roles')
      offer('skip', t.leads.skip, { type: 'set-phase', from: phase, to: after })
    if (before) offer('back', t.leads.backTo[before], { type: 'set-phase', from: phase, to: before })
    if (phase === null || phase === 'welcome') offer('silence', t.leads.silence, { type: 'pause', minutes: 1, silence: true })
    offer('pause', t.leads.pause, { type: 'pause' })
    if (foresees({ type: 'interrupt', reason: t.leads.interrupt }))
      entries.push({ id: 'interrupt', label: t.leads.interrupt, act: 'interrupt', onAct: () => setForm('interrupt') })
  }
  return (
    <>
      {entries.length > 0 && <Menu label={t.leads.otherwise} kind="quiet" entries={entries} />}
      <Suspense fallback={null}>
        {form === 'interrupt' && <InterruptMeeting onClose={() => setForm(null)} />}
        {form !== null && form !== 'interrupt' && <RoundForm kind={form} onClose={() => setForm(null)} />}
      </Suspense>
    </>
  )
}

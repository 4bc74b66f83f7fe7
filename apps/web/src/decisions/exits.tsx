import type { ActInput, Decision, OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { LongField, SelectField } from '../ui/field.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** The ways out of a decision that is not adopted [§2.4.6]: the carrier withdraws; facilitation sends it back to a group, or suspends it. Never a vote. */
export function Exits({ decision }: { decision: Decision }) {
  const t = useT('decisions').exits
  const send = useAct()
  const organisations = useBoard((board) => board.organisations)
  const first = Object.keys(organisations)[0] ?? ''
  const [sheet, setSheet] = useState<'return' | 'withdraw' | null>(null)
  const [to, setTo] = useState<OrgId>(first)
  const [reason, setReason] = useState('')
  const withdrawing: ActInput = { type: 'withdraw-proposal', decisionId: decision.id }
  const suspending: ActInput = { type: 'suspend-decision', decisionId: decision.id }
  const withdraws = useAllowed(withdrawing)
  const returns = useAllowed({ type: 'return-decision', decisionId: decision.id, to: first })
  const suspends = useAllowed(suspending)
  const entries: readonly MenuEntry[] = [
    ...(withdraws.allowed
      ? [{ id: 'withdraw', label: t.withdraw, act: JSON.stringify(withdrawing), onAct: () => setSheet('withdraw') }]
      : []),
    ...(returns.allowed ? [{ id: 'return', label: t.return, act: 'return-decision', onAct: () => setSheet('return') }] : []),
    ...(suspends.allowed ? [{ id: 'suspend', label: t.suspend, act: JSON.stringify(suspending), onAct: () => void send(suspending) }] : []),
  ]
  if (entries.length === 0) return null
  const giveBack = async () => {
    const sent = await send({ type: 'return-decision', decisionId: decision.id, to, ...(reason.trim() ? { reason: reason.trim() } : {}) })
    if (sent.ok) setSheet(null)
  }
  const withdraw = async () => {
    const sent = await send(withdrawing)
    if (sent.ok) setSheet(null)
  }
  return (
    <>
      <Menu label={t.menu} kind="quiet" entries={entries} />
      <Sheet
        open={sheet === 'return'}
        onClose={() => setSheet(null)}
        title={t.returnTitle}
        foot={
          <Button kind="act" wide onClick={() => void giveBack()}>
            {t.return}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          <SelectField
            label={t.returnTo}
            value={to}
            onChange={setTo}
            options={Object.values(organisations).map(({ id, label }) => ({ value: id, label }))}
          />
          <LongField label={t.returnReason} value={reason} onChange={setReason} maxLength={500} />
        </div>
      </Sheet>
      <Sheet
        open={sheet === 'withdraw'}
        onClose={() => setSheet(null)}
        title={t.withdraw}
        foot={
          <Button kind="act" wide onClick={() => void withdraw()}>
            {t.withdraw}
          </Button>
        }
      >
        <p>{t.sure}</p>
      </Sheet>
    </>
  )
}

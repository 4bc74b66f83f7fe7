import { preferences, type Preference, type RoleId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField, SelectField } from '../ui/field.tsx'

/** How gladly this person would hold the role: the proposals follow it, and no reason is asked. Whoever wants to keep one keeps it for themselves [C11]. */
export function MyWish({ role }: { role: RoleId }) {
  const words = useT('circleSheets')
  const labels = useLabels().people.preferences
  const act = useAct()
  const { me } = useMine()
  const wish = useBoard((board) => board.people[me]?.rolePreferences[role] ?? null)
  const choose = (preference: Preference | 'none') =>
    void act({ type: 'set-role-preference', role, preference: preference === 'none' ? null : preference })
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={words.wish}
        hint={words.wishHint}
        value={wish ?? 'none'}
        onChange={(chosen) => choose(preferences.find((id) => id === chosen) ?? 'none')}
        options={[{ value: 'none', label: words.noWish }, ...preferences.map((id) => ({ value: id, label: labels[id] }))]}
      />
      {wish !== null && <MyReason role={role} wish={wish} />}
    </div>
  )
}

function MyReason({ role, wish }: { role: RoleId; wish: Preference }) {
  const words = useT('circleSheets')
  const { me } = useMine()
  const kept = useConfidences('role-reason', role).find(({ personId }) => personId === me)?.payload.reason ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const form = useSubmit()
  const text = typed ?? kept
  const keep = async () => {
    if (await form.submit({ type: 'set-role-preference', role, preference: wish, reason: text.trim() })) setTyped(null)
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <LongField label={words.reason} value={text} onChange={setTyped} maxLength={500} lines={1} seenBy={words.reasonSeenBy} />
      </div>
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      {typed !== null && typed.trim() !== kept && (
        <Button disabled={form.busy} onClick={() => void keep()}>
          {words.keepReason}
        </Button>
      )}
    </div>
  )
}

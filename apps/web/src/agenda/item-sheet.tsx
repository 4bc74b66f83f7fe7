import type { Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useSubmit } from '../room/use-submit.ts'
import { useUndo } from '../room/use-undo.ts'
import { useFirstVoice } from '../room/voice-fields.tsx'
import { useKept } from '../ui/use-kept.ts'
import { FormSheet } from '../room/form-sheet.tsx'
import { blankDraft, changesOf, draftOf, type ItemDraft, lackOf, proposalOf } from './item-draft.ts'
import { ItemFields } from './item-fields.tsx'

type ProposeProps = { open: boolean; onClose: () => void; start?: Partial<ItemDraft> | undefined }

/** Proposing an item, from any phone, before or during the meeting [A1]. Whoever leads puts it on the agenda in the same gesture. */
export function ProposeSheet({ open, onClose, start }: ProposeProps) {
  const t = useT('agenda').form
  const link = useRoom()
  const voice = useFirstVoice()
  // An item that does not exist yet: all that can be refused is the right to list.
  const listing = useAllowed({ type: 'list-item', itemId: 'new' })
  const lists = listing.allowed || listing.code === 'no-such-thing'
  const { identity } = link
  const key = `${identity.meetingId}.item.${identity.personId}${start?.title ? `.${start.title}` : ''}`
  const [draft, keep] = useKept<ItemDraft>(key, { ...blankDraft(identity.personId, voice), ...start })
  const form = useSubmit()
  const undo = useUndo()
  const send = async () => {
    const lack = lackOf(draft)
    if (lack) return form.say(t[lack])
    const itemId = link.newId()
    if (!(await form.submit(proposalOf(draft), itemId))) return
    if (lists) await link.act({ type: 'list-item', itemId })
    else undo(t.proposed, { type: 'withdraw-item', itemId })
    keep(null)
    onClose()
  }
  return (
    <FormSheet open={open} onClose={onClose} title={t.propose} act={lists ? t.listAct : t.propose} form={form} onSend={() => void send()}>
      <ItemFields draft={draft} onChange={(changes) => keep({ ...draft, ...changes })} />
    </FormSheet>
  )
}

/** Mending an item that is there. */
export function EditSheet({ item, open, onClose }: { item: Item; open: boolean; onClose: () => void }) {
  const all = useT('agenda')
  const t = all.form
  const [changes, setChanges] = useState<Partial<ItemDraft>>({})
  const draft = { ...draftOf(item), ...changes }
  const form = useSubmit()
  const save = async () => {
    const lack = lackOf(draft)
    if (lack) return form.say(t[lack])
    if (!(await form.submit(changesOf(item, draft)))) return
    setChanges({})
    onClose()
  }
  return (
    <FormSheet open={open} onClose={onClose} title={t.edit} act={all.save} form={form} onSend={() => void save()}>
      <ItemFields item={item} draft={draft} onChange={(more) => setChanges({ ...changes, ...more })} />
    </FormSheet>
  )
}

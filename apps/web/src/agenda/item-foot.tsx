import type { Id, Item } from '@clairiere/ritual'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { FormSheet } from '../room/form-sheet.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useWords } from '../room/use-words.ts'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { joinClasses } from '../ui/join-classes.ts'
import { useDraft } from '../ui/use-draft.ts'
import { ItemClose } from './item-close.tsx'
import { itemLeadOf, type ItemLead } from './item-lead.ts'
import { useGive, useMissing, type Given } from './missing.ts'
import { SilenceButton } from './quiet-writing.tsx'
import { useReader } from './use-reader.ts'

const grows = 'grow tablet:grow-0'

/** The foot of an open item for whoever leads: what it still owes, the ways aside, and one filled button. Closing is that button once the item has given what its kind promises; before, it is outlined where nothing else is to be pressed, and one of the ways aside beside what comes first. */
export function ItemFoot({ itemId, aside }: { itemId: Id; aside: ReactNode }) {
  const item = useBoard((board) => board.items[itemId])
  return item ? <FootOf key={itemId} item={item} aside={aside} /> : null
}

function FootOf({ item, aside }: { item: Item; aside: ReactNode }) {
  const t = useT('agenda')
  const reader = useReader()
  const words = useWords()
  const key = useBoard((board) => JSON.stringify(itemLeadOf(board, words, item, reader)))
  const lead = JSON.parse(key) as ItemLead
  const missing = useMissing(item, words, item.kind === 'concertation' ? '…' : (item.nextStep ?? ''))
  const names = useNames()
  const [gives, setGives] = useState<Given | null>(null)
  const teller = item.replacement ?? item.carriers[0]
  const text = () => {
    switch (lead.kind) {
      case 'close':
        return t.close.ready
      case 'silence':
        return t.items.quiet.first
      case 'waits':
        if (lead.for === 'reactions') return t.close.reactionsFirst
        if (lead.for === 'advice') return t.close.adviceFirst
        if (lead.for === 'story') return t.items.experience.waits(teller === undefined ? t.someone : names.first(teller))
        return missing?.sentence ?? ''
      case 'give':
        return missing?.sentence ?? t.items.missing.note
      default:
        return missing?.sentence ?? ''
    }
  }
  const first = lead.kind === 'silence' || lead.kind === 'give' || lead.kind === 'no-answer'
  return (
    <div className="order-last mx-auto flex w-full max-w-160 flex-wrap items-center justify-end gap-x-6 gap-y-2 laptop:max-w-none">
      {/* On a phone the filled button says it. */}
      <p className={joinClasses('min-w-50 flex-1', first && 'max-tablet:hidden')}>{text()}</p>
      {/* One place in the tree whatever it looks like: its sheet stays open when what was missing is written in it. */}
      <div className={first ? 'flex justify-between gap-x-6 max-tablet:w-full' : 'contents'}>
        {aside}
        <ItemClose itemId={item.id} kind={first ? 'quiet' : lead.kind === 'close' ? 'act' : 'plain'} className={first ? '' : grows} />
      </div>
      {lead.kind === 'silence' && <SilenceButton item={item} kind="act" className={grows} />}
      {lead.kind === 'give' && (
        <Button kind="act" className={grows} onClick={() => setGives(lead.what)}>
          {t.close.gives[lead.what]}
        </Button>
      )}
      {lead.kind === 'no-answer' && (
        <ActButton kind="act" className={grows} act={{ type: 'close-feedback', itemId: item.id, noAnswerOn: reader.today }}>
          {t.feedback.noAnswer}
        </ActButton>
      )}
      {gives !== null && <GiveSheet item={item} what={gives} onClose={() => setGives(null)} />}
    </div>
  )
}

/** The one line that the item owes, written where nobody else writes. */
function GiveSheet({ item, what, onClose }: { item: Item; what: Given; onClose: () => void }) {
  const t = useT('agenda')
  const { identity } = useRoom()
  const [text, setText] = useDraft(`${identity.meetingId}.${what}.${item.id}`)
  const { form, give } = useGive(item)
  const send = async () => {
    const said = text.trim()
    if (said === '') return form.say(t.items.missing[what])
    if (!(await give(what, said))) return
    setText('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.close.gives[what]} act={t.save} form={form} onSend={() => void send()}>
      <LongField label={item.title} hint={t.close.givesHint[what]} value={text} onChange={setText} maxLength={1000} lines={3} />
    </FormSheet>
  )
}

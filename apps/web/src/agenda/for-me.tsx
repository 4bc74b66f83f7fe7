import type { Id } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { keepOwnNote, ownNote } from '../room/own-note.ts'
import { useRoom } from '../room/room.tsx'
import { Fold } from '../ui/fold.tsx'
import { LongField } from '../ui/field.tsx'

const LONGEST = 4000

/** The note one keeps for oneself on an item: on this device, in no document and no message [§2.7 P4]. */
export function ForMe({ itemId }: { itemId: Id }) {
  const t = useT('agenda').forMe
  const { meetingId, personId } = useRoom().identity
  const [text, setText] = useState(() => ownNote(meetingId, personId, itemId))
  const [isKept, setKept] = useState(true)
  const change = (typed: string) => {
    setText(typed)
    setKept(keepOwnNote(meetingId, personId, itemId, typed))
  }
  return (
    <Fold label={text === '' ? t.title : t.written}>
      <div className="pb-4">
        <LongField
          label={t.title}
          labelHidden
          value={text}
          onChange={change}
          maxLength={LONGEST}
          seenBy={t.seenBy}
          error={isKept ? undefined : t.unkept}
        />
      </div>
    </Fold>
  )
}

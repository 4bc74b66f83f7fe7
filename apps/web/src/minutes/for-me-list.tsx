import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Passage } from '../room/passage.tsx'
import { keepOwnNote, ownNote } from '../room/own-note.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/fold.tsx'

/** What one kept for oneself on the items, read again when the meeting is over: on this device alone, to copy or to erase [§2.7 P4]. Nothing where there is none. */
export function ForMeList() {
  const t = useT('minutes').forMe
  const { meetingId, personId } = useRoom().identity
  const items = useBoard((board) => board.items)
  const [, setErased] = useState(0)
  const notes = Object.values(items).flatMap(({ id, title }) => {
    const text = ownNote(meetingId, personId, id)
    return text === '' ? [] : [{ id, title, text }]
  })
  if (notes.length === 0) return null
  const erase = (itemId: string) => {
    keepOwnNote(meetingId, personId, itemId, '')
    setErased((count) => count + 1)
  }
  return (
    <Fold label={t.title}>
      <p className="text-second text-ink2">{t.hint}</p>
      <ul aria-label={t.title} className="flex flex-col gap-3 py-3">
        {notes.map(({ id, title, text }) => (
          <Passage key={id} text={text} above={<p className="text-second text-ink2">{title}</p>}>
            <Button kind="quiet" onClick={() => erase(id)}>
              {t.erase}
            </Button>
          </Passage>
        ))}
      </ul>
    </Fold>
  )
}

import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { actWords } from '../room/act-words.ts'
import { leftHere } from '../room/left-here.ts'
import { useRoom } from '../room/room.tsx'
import { Band } from '../ui/band.tsx'
import { Passage } from '../room/passage.tsx'

/** What somebody typed before the door was shut on this device: whoever comes in again is another person to the meeting, and this page alone still shows it. */
export function LeftBehind() {
  const t = useT('room').recovery
  const { leftBehind } = useT('live').shut
  const { replica, outbox } = useRoom()
  const texts = useMemo(
    () => [...leftHere(replica), ...[...outbox.waiting, ...outbox.refused].flatMap(({ act }) => actWords(act))],
    [replica, outbox],
  )
  if (texts.length === 0) return null
  return (
    <Band title={t.title}>
      <p>{leftBehind}</p>
      <ul className="flex flex-col gap-3">
        {texts.map((text, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list is made once and stays
          <Passage key={index} text={text} />
        ))}
      </ul>
    </Band>
  )
}

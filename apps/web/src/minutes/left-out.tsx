import { CircleSlash, CloudOff, Ear, Flag, MessageSquareOff, UserX } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { IconWord } from '../ui/icon.tsx'

const icons = { weather: CloudOff, passed: CircleSlash, whispers: Ear, signals: Flag, roti: UserX, closing: MessageSquareOff }

/** What will not be printed, as kinds without numbers: a count of whispers would tell. */
export function LeftOut() {
  const t = useT('minutes').leftOut
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {(Object.keys(icons) as (keyof typeof icons)[]).map((id) => (
          <li key={id}>
            <IconWord icon={icons[id]}>{t.items[id]}</IconWord>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-second text-ink2">{sealed ? t.gone : t.erased}</p>
    </>
  )
}

import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { useItemTime } from '../room/item-time.ts'
import { MySaved } from '../room/my-saved.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { Clock } from '../ui/clock.tsx'
import { Header } from '../ui/header.tsx'
import { Ring } from '../ui/ring.tsx'
import { TimeLine } from '../ui/time-line.tsx'
import { phaseLabel } from './phase-label.ts'

/** How many are here, what is going on, whether one's words are safe, the time. */
export function RoomHeader({ aside }: { aside?: ReactNode }) {
  const t = useT('live')
  const brand = useT('shell').brand
  const labels = useLabels()
  const now = useRecordTime()
  const title = useBoard((board) => board.meeting.title)
  const people = useBoard((board) => board.people)
  const phase = useBoard((board) => phaseLabel(board, t.phase, (step) => labels.deciding.steps[step].label))
  const speaker = useBoard((board) => board.now.turn?.personId ?? board.now.floor.turn?.personId ?? null)
  const time = useItemTime()
  const present = Object.values(people).filter((person) => person.presence === 'present')
  return (
    <Header
      brand={brand}
      title={title}
      phase={phase}
      ring={
        <Ring
          dots={present.map((person) => (person.id === speaker ? 'now' : person.standing === 'observer' ? 'outlined' : 'full'))}
          label={t.people(present.length)}
        >
          {present.length}
        </Ring>
      }
      saved={<MySaved />}
      clock={<Clock at={now} />}
      aside={aside}
      timeLine={time && <TimeLine part={time.part} square />}
    />
  )
}

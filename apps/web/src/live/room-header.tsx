import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { useItemTime } from '../room/item-time.ts'
import { useLink } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { Clock } from '../ui/clock.tsx'
import { Header } from '../ui/header.tsx'
import { Ring } from '../ui/ring.tsx'
import { type SavedState, SavedMark } from '../ui/saved-mark.tsx'
import { TimeLine } from '../ui/time-line.tsx'
import type { SavedState as RoomSaved } from '../room/saved-state.ts'
import { phaseLabel } from './phase-label.ts'

/** The room's states in the mark's words: opening is a sending that lasts. */
const shown = (saved: RoomSaved): SavedState => {
  if (saved.kind === 'connecting' || saved.kind === 'sending') return { kind: 'sending' }
  if (saved.kind === 'not-accepted') return { kind: 'refused' }
  return saved.kind === 'offline' ? { kind: 'offline', unsent: saved.unsent } : { kind: saved.kind }
}

/** How many are here, what is going on, whether one's words are safe, the time. */
export function RoomHeader({ aside }: { aside?: ReactNode }) {
  const t = useT('live')
  const brand = useT('shell').brand
  const labels = useLabels()
  const now = useRecordTime()
  const saved = useLink((link) => link.saved)
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
      saved={<SavedMark state={shown(saved)} />}
      clock={<Clock at={now} />}
      aside={aside}
      timeLine={time && <TimeLine part={time.part} square />}
    />
  )
}

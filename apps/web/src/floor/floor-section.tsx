import type { Phase } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { Section } from '../ui/band.tsx'
import { SideSection } from '../ui/columns.tsx'
import { FloorQueue } from './floor.tsx'

/** Whether the queue has its place now: in a live meeting, outside of a round, where the word goes by itself. */
export const useFloorOpen = (): boolean => useBoard(({ meeting, now }) => meeting.status === 'live' && now.roundId === null)

/** A phone's floor, under what is going on (`while`: in these phases only); on a laptop it stands at the right. */
export function FloorSection({ while: phases }: { while?: readonly Phase[] }) {
  const t = useT('floor')
  const phase = useBoard((board) => board.now.phase)
  const count = useBoard((board) => board.now.floor.queue.length)
  const open = useFloorOpen()
  if (!open || (phases && (phase === null || !phases.includes(phase)))) return null
  return (
    <div className="mx-auto w-full max-w-160 pt-6">
      <Section title={t.title} aside={count > 0 ? t.waiting(count) : undefined}>
        <FloorQueue />
      </Section>
    </div>
  )
}

/** The floor in a laptop's right column. */
export function FloorSide() {
  const t = useT('floor')
  const count = useBoard((board) => board.now.floor.queue.length)
  if (!useFloorOpen()) return null
  return (
    <SideSection title={t.title} aside={count > 0 ? t.waiting(count) : undefined}>
      <div className="-mt-3">
        <FloorQueue />
      </div>
    </SideSection>
  )
}

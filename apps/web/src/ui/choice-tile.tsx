import type { ReactNode } from 'react'
import { useChoice } from './choice-group.tsx'
import { joinClasses } from './join-classes.ts'
import { Tick } from './tick.tsx'

export type ChoiceTileProps = { value: string; disc: ReactNode; label: string }

/** A big target without a frame: a disc, its word below. Chosen, it gains ground, line, weight and a tick on the disc. */
export function ChoiceTile({ value, disc, label }: ChoiceTileProps) {
  const { chosen, radio } = useChoice(value)
  return (
    <label
      data-chosen={chosen}
      className="focus-host choosable flex min-h-21 flex-col items-center justify-start gap-1 rounded-button px-1 pt-1.5 pb-1 not-data-[chosen=true]:border-transparent not-data-[chosen=true]:bg-transparent"
    >
      <input {...radio} className="cover" />
      <span className="relative">
        {disc}
        {chosen && <Tick state="tick" className="absolute -end-2 -bottom-1 size-5 outline-2 outline-soft" />}
      </span>
      <span className={joinClasses('text-center text-word', chosen && 'font-chosen')}>{label}</span>
    </label>
  )
}

/** A cell of a grid parted by hairlines: an icon in its colour, its word below. `tone` is a text colour class of a signal or moss. */
export function ChoiceCell({ value, disc, label }: ChoiceTileProps) {
  const { chosen, radio } = useChoice(value)
  return (
    <label
      data-chosen={chosen}
      className={joinClasses(
        'focus-host relative flex min-h-19 flex-col items-center justify-center gap-1 border-e border-b border-line px-1 py-1.5 focus-within:z-10 nth-[3n]:border-e-0',
        chosen && 'chosen-line bg-soft',
      )}
    >
      <input {...radio} className="cover" />
      {disc}
      <span className={joinClasses('text-center text-second', chosen && 'font-chosen')}>{label}</span>
      {chosen && <Tick state="tick" className="absolute end-1.5 top-1.5 size-4.5" />}
    </label>
  )
}

/** A card of two lines, side by side with its likes: a voice and what is left to say. */
export function ChoiceCard({ value, label, second }: { value: string; label: string; second?: string }) {
  const { chosen, radio } = useChoice(value)
  return (
    <label data-chosen={chosen} className="choosable focus-host flex min-h-13.5 items-center gap-2 rounded-button px-3 py-2">
      <input {...radio} className="cover" />
      <span className="min-w-0 flex-1">
        <span className={joinClasses('block', chosen ? 'font-chosen' : 'font-strong')}>{label}</span>
        {second && <span className="block text-second text-ink2">{second}</span>}
      </span>
      {chosen && <Tick state="tick" className="size-4.5" />}
    </label>
  )
}

/** One of two to four short words in a single frame. */
export function ChoiceSegment({ value, label }: { value: string; label: string }) {
  const { chosen, radio } = useChoice(value)
  return (
    <label
      data-chosen={chosen}
      className={joinClasses(
        'focus-host relative flex min-h-11 items-center justify-center gap-1 border-line px-1.5 py-1 text-center text-second first:rounded-s-[11px] last:rounded-e-[11px] focus-within:z-10 not-last:border-e',
        chosen && 'chosen-line rounded-field bg-soft font-chosen',
      )}
    >
      <input {...radio} className="cover" />
      {label}
    </label>
  )
}

import type { Id, Item } from '@clairiere/ritual'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { joinClasses } from '../ui/join-classes.ts'
import { useAnnounce } from '../ui/live-region.tsx'

/** The order with one entry moved by one; the same order at either end. */
export const reordered = (ids: readonly Id[], index: number, by: -1 | 1): readonly Id[] => placedAt(ids, index, index + by)

/** The order with the entry of one place put at another. */
export const placedAt = (ids: readonly Id[], index: number, to: number): readonly Id[] => {
  const id = ids[index]
  if (id === undefined || to < 0 || to >= ids.length) return ids
  const others = ids.filter((_each, at) => at !== index)
  return [...others.slice(0, to), id, ...others.slice(to)]
}

type Props = {
  item: Item
  ids: readonly Id[]
  index: number
  handle: Pick<ComponentProps<'span'>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>
  dragged: boolean
  target: boolean
}

/** One item while the agenda is put in order: its handle, up, down, its minutes. Alt and an arrow do the same by keyboard. */
export function ArrangeRow({ item, ids, index, handle, dragged, target }: Props) {
  const grip = useT('agenda').items.drag
  const t = useT('agenda').arrange
  const act = useAct()
  const announce = useAnnounce()
  const [minutes, setMinutes] = useState(String(item.plannedMinutes))
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const move = async (by: -1 | 1) => {
    const next = reordered(ids, index, by)
    if (next === ids) return
    const sent = await act({ type: 'order-items', ids: [...next] })
    if (!sent.ok) return
    announce(t.moved(item.title, index + by + 1, ids.length))
    // At an end one of the two buttons goes: focus stays on the item.
    requestAnimationFrame(() => (by < 0 ? (up.current ?? down.current) : (down.current ?? up.current))?.focus())
  }
  const plan = () => {
    const wanted = Math.round(Number(minutes))
    if (!(wanted >= 1 && wanted <= 480)) return setMinutes(String(item.plannedMinutes))
    if (wanted !== item.plannedMinutes) void act({ type: 'plan-minutes', itemId: item.id, minutes: wanted })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void move(event.key === 'ArrowUp' ? -1 : 1)
  }
  const ended = item.status === 'done'
  return (
    <li className={joinClasses('flex flex-col gap-1 py-3', dragged && 'opacity-50', target && 'bg-soft')} onKeyDown={onKeyDown}>
      <div className="flex items-start gap-3">
        <span
          {...handle}
          title={grip}
          aria-hidden
          className="-my-2 flex size-11 shrink-0 cursor-grab touch-none items-center justify-center text-ink2"
        >
          <Icon shape={GripVertical} />
        </span>
        <span className="min-w-0 flex-1 font-strong">{item.title}</span>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {index > 0 && (
          <Button ref={up} kind="link" icon={ArrowUp} aria-label={t.upOf(item.title)} onClick={() => void move(-1)}>
            {t.up}
          </Button>
        )}
        {index < ids.length - 1 && (
          <Button ref={down} kind="link" icon={ArrowDown} aria-label={t.downOf(item.title)} onClick={() => void move(1)}>
            {t.down}
          </Button>
        )}
        {!ended && (
          <div className="ms-auto flex items-center gap-2">
            <div className="w-20">
              <Field
                label={t.minutesOf(item.title)}
                labelHidden
                type="number"
                inputMode="numeric"
                min="1"
                max="480"
                value={minutes}
                onChange={setMinutes}
                onBlur={plan}
              />
            </div>
            <span aria-hidden className="text-second text-ink2">
              min
            </span>
          </div>
        )}
      </div>
    </li>
  )
}

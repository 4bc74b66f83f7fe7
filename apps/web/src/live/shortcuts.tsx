import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Sheet } from '../ui/sheet.tsx'

const keys = { m: 'now', o: 'agenda', c: 'circle', a: 'mood' } as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** One-letter ways between places, and `?` for their list. Silent while somebody types, and with any modifier. */
export function Shortcuts() {
  const t = useT('live').shortcuts
  const { identity } = useRoom()
  const [, go] = useLocation()
  const [listed, setListed] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.key === '?') return setListed(true)
      const place = keys[event.key as keyof typeof keys] as (typeof keys)[keyof typeof keys] | undefined
      if (place && !document.querySelector('[role=dialog]')) go(pathTo(identity.meetingId, { id: place }))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [go, identity.meetingId])
  const lines = [...Object.entries(keys).map(([key, place]) => [key, t[place]] as const), ['?', t.help] as const]
  return (
    <>
      <button
        type="button"
        onClick={() => setListed(true)}
        className="flex min-h-11 w-full items-center justify-end gap-2 px-6 py-4 text-second text-ink2"
      >
        <KeyCap>?</KeyCap> {t.hint}
      </button>
      <Sheet open={listed} onClose={() => setListed(false)} title={t.title}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {lines.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <KeyCap>{key}</KeyCap>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </>
  )
}

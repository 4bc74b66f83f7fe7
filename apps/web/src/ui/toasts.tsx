import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../i18n/words.tsx'
import { Button } from './button.tsx'

/** As long as an act can be undone. */
export const TOAST_MS = 10_000

type Toast = { readonly id: number; readonly text: string; readonly undo?: (() => void) | undefined }
type Say = (text: string, undo?: () => void) => void

const SayContext = createContext<Say | null>(null)

/**
 * Holds the small messages near the foot of the screen, clear of a phone's bar and of the act above it: what was just done, and how to undo it. They are read out and
 * can be pressed also over a sheet, which puts everything else to sleep.
 */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const next = useRef(1)
  const say = useCallback<Say>((text, undo) => {
    const id = next.current++
    // Two at most: a third pushes out the oldest, which was seen.
    setToasts((before) => [...before.slice(-1), { id, text, undo }])
  }, [])
  const leave = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), [])
  return (
    <SayContext value={say}>
      {children}
      {createPortal(
        <div
          role="status"
          data-react-aria-top-layer
          className="pointer-events-none fixed inset-x-0 bottom-38 z-45 flex flex-col items-center gap-2 px-4 laptop:bottom-6"
        >
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onLeave={leave} />
          ))}
        </div>,
        document.body,
      )}
    </SayContext>
  )
}

/** Says what was done, for ten seconds, with « Annuler » when `undo` is given. */
export function useSay(): Say {
  const say = use(SayContext)
  if (!say) throw new Error('useSay needs Toasts above')
  return say
}

function ToastCard({ toast, onLeave }: { toast: Toast; onLeave: (id: number) => void }) {
  const t = useT('ui')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onLeave(toast.id), TOAST_MS)
    return () => clearTimeout(timer)
  }, [held, toast.id, onLeave])
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      // With nothing to press in it, a press where it lies goes through to what it covers.
      className={`flex min-h-14 w-full max-w-110 animate-rise items-center justify-between gap-4 rounded-button border border-line bg-raised px-4 py-1 shadow-float ${toast.undo ? 'pointer-events-auto' : ''}`}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          kind="link"
          onClick={() => {
            toast.undo?.()
            onLeave(toast.id)
          }}
        >
          {t.undo}
        </Button>
      )}
    </div>
  )
}

import { useEffect, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import type { Identity } from '../room/identity.ts'
import { DoorShut } from './door-shut.tsx'
import { EnterForm } from './enter-form.tsx'
import { heldHere } from './held-here.ts'
import { dropKey, keyHere } from './kept-key.ts'
import { type DoorState, isOver, isToObserve, knock } from './meeting-door.ts'
import { isPairingCode, pair } from './pair.ts'
import { later } from '../ui/later.ts'

const EnterOver = later(async () => (await import('./enter-over.tsx')).EnterOver)
const EnterToObserve = later(async () => (await import('./enter-to-observe.tsx')).EnterToObserve)

type EnterProps = {
  meetingId: string
  onEntered: (identity: Identity) => void
  /** Asked for where this device remembers nobody: those whom its cookie holds all the same. */
  onHeld?: ((held: readonly Identity[]) => void) | undefined
}

/** The way into one meeting for somebody this device does not know yet: by a link's key, or by the code of another device of theirs. */
export function Enter({ meetingId, onEntered, onHeld }: EnterProps) {
  const t = useT('lobby').enter
  const [key, setKey] = useState(() => keyHere(meetingId))
  const [state, setState] = useState<DoorState | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let left = false
    const ask = async () => {
      if (key === null || !isPairingCode(key)) {
        const [held, found] = await Promise.all([onHeld ? heldHere(meetingId) : [], knock(meetingId, key)])
        if (held.length === 0) return found
        if (!left) onHeld?.(held)
        return null
      }
      const paired = await pair(meetingId, key)
      // A code that nobody answered to is still good.
      if ('personId' in paired || paired.kind === 'wrong-code') dropKey(meetingId)
      if (!('personId' in paired)) return paired
      if (!left) onEntered(paired)
      return null
    }
    void ask().then((found) => !left && setState(found))
    return () => {
      left = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- these two are what the page does with the answer: a new closure of them must not knock again
  }, [meetingId, key, tries])
  if (state === null)
    return (
      <p role="status" className="animate-late p-8 text-center text-ink2">
        {t.loading}
      </p>
    )
  if (state.kind !== 'open' || key === null)
    return (
      <DoorShut
        why={state.kind === 'open' ? 'no-key' : state.kind}
        because={'said' in state ? state.said : undefined}
        title={'title' in state ? state.title : undefined}
        onRetry={() => {
          setState(null)
          setTries(tries + 1)
        }}
        onCode={(code) => {
          setState(null)
          setKey(code)
          setTries(tries + 1)
        }}
      />
    )
  const Form = isOver(state.door) ? EnterOver : isToObserve(state.door) ? EnterToObserve : EnterForm
  return <Form meetingId={meetingId} admittance={{ key }} door={state.door} onEntered={onEntered} />
}

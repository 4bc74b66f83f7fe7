import type { ActInput, RefusalCode } from '@clairiere/ritual'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonKind } from '../ui/button.tsx'
import type { IconShape } from '../ui/icon.tsx'
import { useRoom } from './room.tsx'
import { useAct, useAllowed } from './use-act.ts'

/** Refusals that say « this is somebody else's »: the button is then not there at all, the others say what is missing [C14]. */
const notMine: readonly RefusalCode[] = [
  'not-permitted',
  'not-your-role',
  'not-your-entry',
  'not-yours',
  'observers-do-not',
  'facilitator-present',
  'mood-watcher-present',
  'role-concerned',
  'not-a-decider',
  'not-your-turn',
  'objector-lifts',
  'carrier-confirms',
]

/** Whether a refusal means that the act belongs to somebody else, so that nothing is offered. */
export const isNotMine = (code: RefusalCode): boolean => notMine.includes(code)

export type ActButtonProps = {
  act: ActInput
  kind?: ButtonKind | undefined
  icon?: IconShape | undefined
  wide?: boolean | undefined
  className?: string
  /** After the server took it, or it is kept on this device. */
  onDone?: () => void
  children: ReactNode
}

/**
 * A verb of the ritual: absent when it is not this person's to do; else live, and where a rule holds it back, pressing it says why and what to do next. It carries
 * the act it makes, and what holds it back, so that what a screen offers can be held against what the rules allow.
 */
export function ActButton({ act, kind, icon, wide, className, onDone, children }: ActButtonProps) {
  const link = useRoom()
  const allowed = useAllowed(act)
  const send = useAct()
  const [busy, setBusy] = useState(false)
  if (!allowed.allowed && isNotMine(allowed.code)) return null
  const press = async () => {
    if (!allowed.allowed) return link.notices.say({ tone: 'refused', message: allowed.sentence })
    setBusy(true)
    const sent = await send(act)
    setBusy(false)
    if (sent.ok || sent.refused === 'queued') onDone?.()
  }
  return (
    <Button
      kind={kind}
      icon={icon}
      wide={wide}
      disabled={busy}
      data-act={JSON.stringify(act)}
      data-held={allowed.allowed ? undefined : allowed.code}
      onClick={() => void press()}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Button>
  )
}

import type { ActInput } from '@clairiere/ritual'
import { useCallback, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { refusalSaid } from './refusal-said.ts'
import { useRoom } from './room.tsx'
import { useAct } from './use-act.ts'
import { useLabels } from './use-labels.ts'

/** A form that makes one act: `submit` answers true once it was taken, or kept on this device; else `fault` says why, and what was typed stays. */
export interface Submit {
  readonly submit: (act: ActInput, id?: string) => Promise<boolean>
  busy: boolean
  fault: string
  /** Says what is missing before anything is sent. */
  readonly say: (fault: string) => void
}

export const useSubmit = (): Submit => {
  const act = useAct()
  const link = useRoom()
  const labels = useLabels()
  const t = useT('room')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = useCallback(
    async (given: ActInput, id?: string) => {
      setBusy(true)
      const sent = await act(given, { quiet: true, ...(id === undefined ? {} : { id }) })
      setBusy(false)
      if (sent.ok || sent.refused === 'queued') {
        setFault('')
        return true
      }
      setFault(sent.refused === 'dropped' ? t.dropped : refusalSaid(sent, link.foresee(given), labels))
      return false
    },
    [act, link, labels, t],
  )
  return { submit, busy, fault, say: setFault }
}

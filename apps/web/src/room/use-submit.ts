import type { ActInput, RefusalCode } from '@clairiere/ritual'
import { useCallback, useState } from 'react'
import { useLocale, useT } from '../i18n/words.tsx'
import { useRoom } from './room.tsx'
import { useAct } from './use-act.ts'

/** A form that makes one act: `submit` answers true once it was taken, or kept on this device; else `fault` says why, and what was typed stays. */
export interface Submit {
  readonly submit: (act: ActInput, id?: string) => Promise<boolean>
  busy: boolean
  fault: string
  /** Says what is missing before anything is sent. */
  readonly say: (fault: string) => void
}

export const useSubmit = (): Submit => {
  const link = useRoom()
  const act = useAct()
  const locale = useLocale()
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
      const said = 'message' in sent ? sent.message : ''
      setFault(sent.refused === 'dropped' ? t.dropped : said || link.sayRefusal(locale, sent.refused as RefusalCode))
      return false
    },
    [act, link, locale, t],
  )
  return { submit, busy, fault, say: setFault }
}

import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { useCopy } from './use-copy.ts'

/** A text that did not get into the meeting, to copy; `children` stand beside that verb. */
export function Passage({ text, children }: { text: string; children?: ReactNode }) {
  const t = useT('room').recovery
  const ui = useT('ui')
  const live = useT('live')
  const { shown, copied, copy } = useCopy(text)
  return (
    <li className="flex flex-col items-start gap-1 border-t border-line pt-3">
      <p ref={shown} className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap select-all">
        {text}
      </p>
      <div className="flex flex-wrap gap-x-5">
        <Button kind="link" onClick={copy}>
          {copied === 'copied' ? ui.copied : t.copy}
        </Button>
        {children}
      </div>
      <p role="status" className={copied === 'selected' ? 'text-second text-ink2' : 'sr-only'}>
        {copied === 'selected' ? live.textSelected : ''}
      </p>
    </li>
  )
}

import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { useCopy } from '../ui/use-copy.ts'

interface PassageProps {
  text: string
  /** What became of it, above. */
  above?: ReactNode
  /** Better than to copy it; stands first. */
  first?: ReactNode
  children?: ReactNode
}

/** A text that did not get into the meeting, to copy; `first` and `children` stand beside that verb. */
export function Passage({ text, above, first, children }: PassageProps) {
  const t = useT('room').recovery
  const ui = useT('ui')
  const { shown, copied, copy } = useCopy(text)
  return (
    <li className="flex flex-col items-start gap-1 border-t border-line pt-3">
      {above}
      <p ref={shown} className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap select-all">
        {text}
      </p>
      <div className="flex flex-wrap gap-x-5">
        {first}
        {text !== '' && (
          <Button kind="link" onClick={copy}>
            {copied === 'copied' ? ui.copied : t.copy}
          </Button>
        )}
        {children}
      </div>
      <p role="status" className={copied === 'selected' ? 'text-second text-ink2' : 'sr-only'}>
        {copied === 'selected' ? ui.textSelected : ''}
      </p>
    </li>
  )
}

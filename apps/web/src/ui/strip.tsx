import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from './button.tsx'
import { Icon, type IconShape } from './icon.tsx'
import { type Tone, toneText } from './tone.ts'

export type StripProps = {
  icon: IconShape
  tone?: Tone
  word: string
  children?: string
  act?: ReactNode
  onDismiss?: () => void
  dismissLabel?: string
}

/** A calm banner under the header, 56 px: icon, word, phrase, perhaps one thing to do; each dismisses it for themselves. Spoken politely. */
export function Strip({ icon, tone = 'ink', word, children, act, onDismiss, dismissLabel }: StripProps) {
  const t = useT('ui')
  return (
    <div
      role="status"
      className="flex min-h-14 animate-appear flex-wrap items-center gap-x-3 gap-y-1 bg-soft px-4 py-1 group-data-folded/strips:py-0 laptop:px-6"
    >
      <Icon shape={icon} className={`size-5.5 ${toneText[tone]}`} />
      <p className="min-w-40 flex-1 py-1 leading-5.5 group-data-folded/strips:py-0 group-data-folded/strips:min-w-[calc(100%-3rem)] group-data-folded/strips:truncate group-data-folded/strips:pe-24 group-data-folded/strips:leading-13">
        <span className="font-strong">{word}</span>
        {children && (
          <span>
            {/[.?!…]$/.test(word) ? '' : '.'} {children}
          </span>
        )}
      </p>
      {(act || onDismiss) && (
        <div className="flex flex-wrap items-center gap-x-4">
          {act}
          {onDismiss && (
            <Button kind="quiet" onClick={onDismiss}>
              {dismissLabel ?? t.dismiss}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

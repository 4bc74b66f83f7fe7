import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

/** An address and its « Copier ». Where there is no clipboard the address is selected and a sentence says to copy it by hand. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const t = useT('ui')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState<'no' | 'copied' | 'selected'>('no')
  const copy = async () => {
    const copied = await copyText(text)
    if (!copied) {
      input.current?.focus()
      input.current?.select()
    }
    setDone(copied ? 'copied' : 'selected')
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex min-w-0 items-center gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
          className="min-h-12 min-w-0 flex-1 truncate rounded-field border border-line bg-transparent px-3 text-second"
        />
        <Button icon={done === 'copied' ? Check : Copy} onClick={() => void copy()}>
          {done === 'copied' ? t.copied : t.copy}
        </Button>
      </div>
      <p role="status" className={done === 'selected' ? 'text-second text-ink2' : 'sr-only'}>
        {done === 'selected' ? t.copyByHand : done === 'copied' ? t.copied : ''}
      </p>
    </div>
  )
}

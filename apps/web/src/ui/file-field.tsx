import { useId, useRef } from 'react'
import { Button } from './button.tsx'
import { ErrorLine } from './error-line.tsx'

type FileFieldProps = {
  label: string
  /** What is pressed to choose; the browser's own words would be in the browser's language. */
  verb: string
  /** As `accept` of a file input. */
  accept: string
  /** The name of what was chosen; '' for nothing yet. */
  chosen: string
  onChange: (file: File | undefined) => void
  disabled?: boolean
  error?: string | undefined
}

/** A file to choose, said in the words of the page, the name of the chosen one beside the verb. */
export function FileField({ label, verb, accept, chosen, onChange, disabled = false, error }: FileFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div role="group" aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <p id={id} className="font-strong">
        {label}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          {verb}
        </Button>
        <span role="status" className="min-w-0 wrap-anywhere">
          {chosen}
        </span>
      </div>
      <input ref={input} type="file" hidden accept={accept} onChange={(event) => onChange(event.target.files?.[0])} />
      {error && <ErrorLine>{error}</ErrorLine>}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { Submit } from './use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Sheet } from '../ui/sheet.tsx'

type Props = { open: boolean; onClose: () => void; title: string; act: string; form: Submit; onSend: () => void; children: ReactNode }

/** Fields and the one act they make; a refusal is said beside the button and what was typed stays. */
export function FormSheet({ open, onClose, title, act, form, onSend, children }: Props) {
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      foot={
        <div className="flex flex-col gap-2">
          {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
          <Button kind="act" wide disabled={form.busy} onClick={onSend}>
            {act}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-6 pb-2">{children}</div>
    </Sheet>
  )
}

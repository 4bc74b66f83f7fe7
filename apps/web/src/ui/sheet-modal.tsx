import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components'
import { useLocale, useT } from '../i18n/words.tsx'
import { Button } from './button.tsx'
import { keepFocus } from './keep-focus.ts'

export type SheetProps = { open: boolean; onClose: () => void; title: string; children: ReactNode; foot?: ReactNode }

/** The second press of a double click falls on what the first one opened. */
const DOUBLE_CLICK_MS = 500

/** The sheet itself, in its own chunk because React Aria's overlays weigh as much as the weather screen. */
export function SheetModal({ open, onClose, title, children, foot }: SheetProps) {
  const t = useT('ui')
  const locale = useLocale()
  const openedAt = useRef(0)
  useEffect(() => {
    if (open) openedAt.current = performance.now()
  }, [open])
  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
      <ModalOverlay
        isOpen={open}
        onOpenChange={(next) => !next && onClose()}
        isDismissable
        shouldCloseOnInteractOutside={() => performance.now() - openedAt.current > DOUBLE_CLICK_MS}
        className="fixed inset-0 z-40 flex h-(--visual-viewport-height) animate-appear items-end justify-center bg-veil tablet:items-center"
      >
        <Modal className="flex max-h-[92%] w-full animate-rise flex-col rounded-t-button bg-paper shadow-float tablet:max-w-140 tablet:rounded-button">
          <Dialog ref={keepFocus} className="flex min-h-0 flex-1 flex-col outline-none">
            <div className="flex flex-wrap items-start justify-between gap-x-3 px-4 pt-4 pb-2 tablet:px-6">
              <Heading slot="title" className="said min-w-[min(100%,9rem)] flex-1 text-title first-letter:uppercase">
                {title}
              </Heading>
              <Button kind="quiet" icon={X} onClick={onClose} className="-mt-1.5">
                {t.close}
              </Button>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4 tablet:px-6">{children}</div>
            {foot && <div className="border-t border-line px-4 py-3 tablet:px-6">{foot}</div>}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

import { useLayoutEffect, useRef, useState } from 'react'
import { I18nProvider, MenuItem, Menu as MenuList, Popover } from 'react-aria-components'
import { useLocale } from '../i18n/words.tsx'
import { Button, type ButtonKind } from './button.tsx'
import { Icon, type IconShape } from './icon.tsx'

/** One verb. `act`: what it makes, as a button's `data-act` says it. */
export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly icon?: IconShape | undefined
  readonly act?: string
  readonly onAct: () => void
}
export type MenuProps = { label: string; icon?: IconShape; kind?: ButtonKind; entries: readonly MenuEntry[] }

/**
 * The menu once asked for: opens at once, then stays as its own button. It takes the keyboard from the button before the code had come, which it replaces, so that
 * the list gives it back here. Escape closes it also while the focus is still on the button; and when what it stands in is hidden, while code is fetched, it does not
 * come back open, since the focus it had is gone.
 */
export function MenuOpened({ label, icon, kind, entries }: MenuProps) {
  const [open, setOpen] = useState(false)
  const hasOpened = useRef(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const locale = useLocale()
  useLayoutEffect(() => {
    if (!hasOpened.current) {
      hasOpened.current = true
      trigger.current?.focus({ preventScroll: true })
      setOpen(true)
    }
    return () => setOpen(false)
  }, [])
  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
      <Button
        ref={trigger}
        kind={kind}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        {label}
      </Button>
      <Popover
        placement="bottom start"
        triggerRef={trigger}
        isOpen={open}
        onOpenChange={setOpen}
        className="min-w-56 animate-rise rounded-field border border-line bg-raised p-1 shadow-float"
      >
        <MenuList autoFocus="first" aria-label={label} className="outline-none" onClose={() => setOpen(false)}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              data-act={entry.act}
              onAction={entry.onAct}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-box px-3 outline-none data-focused:bg-soft data-focus-visible:outline-3 data-focus-visible:-outline-offset-3 data-focus-visible:outline-ink"
            >
              {entry.icon && <Icon shape={entry.icon} />}
              {entry.label}
            </MenuItem>
          ))}
        </MenuList>
      </Popover>
    </I18nProvider>
  )
}

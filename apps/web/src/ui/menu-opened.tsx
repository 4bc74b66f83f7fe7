import { useRef, useState } from 'react'
import { I18nProvider, MenuItem, Menu as MenuList, Popover } from 'react-aria-components'
import { useLocale } from '../i18n/words.tsx'
import { Button, type ButtonKind } from './button.tsx'
import { Icon, type IconShape } from './icon.tsx'

export type MenuEntry = { readonly id: string; readonly label: string; readonly icon?: IconShape | undefined; readonly onAct: () => void }
export type MenuProps = { label: string; icon?: IconShape; kind?: ButtonKind; entries: readonly MenuEntry[] }

/** The menu once asked for: opens at once, then stays as its own button. */
export function MenuOpened({ label, icon, kind, entries }: MenuProps) {
  const [open, setOpen] = useState(true)
  const trigger = useRef<HTMLButtonElement>(null)
  const locale = useLocale()
  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
      <Button ref={trigger} kind={kind} icon={icon} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
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

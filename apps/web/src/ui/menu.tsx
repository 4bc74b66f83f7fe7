import { Suspense, useState } from 'react'
import { Button } from './button.tsx'
import type { MenuProps } from './menu-opened.tsx'
import { later } from './later.ts'

export type { MenuEntry } from './menu-opened.tsx'

const MenuOpened = later(async () => (await import('./menu-opened.tsx')).MenuOpened)

/** A button that opens a short list of verbs. The list's code comes with the first press. */
export function Menu(props: MenuProps) {
  const [asked, setAsked] = useState(false)
  const closed = (
    <Button kind={props.kind} icon={props.icon} aria-haspopup="menu" aria-expanded={false} onClick={() => setAsked(true)}>
      {props.label}
    </Button>
  )
  if (!asked) return closed
  return (
    <Suspense fallback={closed}>
      <MenuOpened {...props} />
    </Suspense>
  )
}

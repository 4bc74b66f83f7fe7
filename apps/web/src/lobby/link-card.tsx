import type { ReactNode } from 'react'
import { Icon, type IconShape } from '../ui/icon.tsx'

/** One link: its square or what stands for it, its name, for whom, and what to do with it. */
export function LinkCard({
  icon,
  name,
  purpose,
  square,
  children,
}: {
  icon: IconShape
  name: string
  purpose: string
  square: ReactNode
  children?: ReactNode
}) {
  return (
    <li className="flex flex-col gap-3 border-t border-line py-4 tablet:flex-row tablet:items-center tablet:gap-5">
      {square}
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div>
          <h3 className="flex items-center gap-2 text-act font-strong">
            <Icon shape={icon} />
            {name}
          </h3>
          <p className="text-second text-ink2">{purpose}</p>
        </div>
        {children}
      </div>
    </li>
  )
}

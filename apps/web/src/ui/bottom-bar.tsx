import { Link } from 'wouter'
import { Icon, type IconShape } from './icon.tsx'
import { joinClasses } from './join-classes.ts'

export type Place = {
  readonly id: string
  readonly label: string
  readonly icon: IconShape
  readonly href: string
  /** A number that concerns the reader, said after the label: whispers to hear. */
  readonly count?: { readonly shown: number; readonly label: string } | undefined
  /** Said after the label when something there waits for the reader: a dot, for who looks. */
  readonly waits?: string | undefined
}

/** Four places, columns as wide as their words so that 15 px labels hold at 360, and not wider when text is larger, which grows them only where there is room. Only on phones and narrow windows. */
export function BottomBar({ places, current, label }: { places: readonly Place[]; current: string; label: string }) {
  return (
    <nav aria-label={label} className="stuck-bottom border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] laptop:hidden">
      <ul className="mx-auto flex max-w-120 justify-between px-1">
        {places.map((place) => {
          const here = place.id === current
          return (
            <li key={place.id} className="min-w-0">
              <Link
                href={place.href}
                aria-current={here ? 'page' : undefined}
                className={joinClasses(
                  'relative flex min-h-15 min-w-[60px] flex-col items-center justify-center px-[4px] text-center text-[max(15px,min(0.9375rem,4.17vw))] leading-5 -outline-offset-3!',
                  here ? 'font-chosen text-moss' : 'text-ink2',
                )}
              >
                {here && <span aria-hidden className="absolute inset-x-1 top-0 h-[3px] rounded-b-full bg-moss" />}
                <span className="relative">
                  <Icon shape={place.icon} className="size-5.5" />
                  {place.count && place.count.shown > 0 && (
                    <span
                      aria-hidden
                      className="absolute -end-5 -top-1 min-w-4.5 rounded-full bg-moss px-1 text-center text-second leading-4.5 font-strong text-on tabular-nums"
                    >
                      {place.count.shown}
                    </span>
                  )}
                  {place.waits && <span aria-hidden className="absolute -end-3 -top-0.5 size-2.5 rounded-full bg-moss" />}
                </span>
                <span>{place.label}</span>
                {place.count && place.count.shown > 0 && <span className="sr-only">, {place.count.label}</span>}
                {place.waits && <span className="sr-only">{place.waits}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

import { Icon, type IconShape } from './icon.tsx'
import { joinClasses } from './join-classes.ts'

/** The grounds a disc may have. A hue is a fill only; `raised` is outlined, for an icon that brings its own colours. */
export type Ground = 'sun' | 'clearing' | 'clouds' | 'wind' | 'fog' | 'rain' | 'storm' | 'raised' | 'seat'

const grounds: Record<Ground, string> = {
  sun: 'bg-sun text-on-hue',
  clearing: 'bg-clearing text-on-hue',
  clouds: 'bg-clouds text-on-hue',
  wind: 'bg-wind text-on-hue',
  fog: 'bg-fog text-on-hue',
  rain: 'bg-rain text-on-deep',
  storm: 'bg-storm text-on-deep',
  raised: 'bg-raised text-ink border-[1.5px] border-edge',
  seat: 'bg-seat text-ink',
}

/** Sizes in px: `vault` 38, whatever the size of text, as the vault is as wide as the screen; `row` 28, `tile` 46, `mine` 40. */
const sizes = {
  row: 'size-7 [--icon:1rem]',
  vault: 'size-[38px] [--icon:21px]',
  mine: 'size-10 [--icon:1.4rem]',
  tile: 'size-11.5 [--icon:1.6rem]',
}

type DiscProps = { ground: Ground; icon: IconShape; size?: keyof typeof sizes; className?: string }

/** A round fill under an icon. Decorative: its word stands beside or below it. */
export function Disc({ ground, icon, size = 'tile', className }: DiscProps) {
  return (
    <span
      aria-hidden
      className={joinClasses('inline-flex shrink-0 items-center justify-center rounded-full', grounds[ground], sizes[size], className)}
    >
      <Icon shape={icon} className="size-(--icon)" />
    </span>
  )
}

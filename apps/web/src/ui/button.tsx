import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconShape } from './icon.tsx'
import { joinClasses } from './join-classes.ts'

/** `act` is filled, one a screen; `plain` is outlined, 48 px; `link` is underlined, 44 px; `quiet` is a link in ink, for a way out. */
export type ButtonKind = 'act' | 'plain' | 'link' | 'quiet'

const kinds: Record<ButtonKind, string> = {
  act: 'min-h-13 rounded-button bg-moss px-6 py-2 text-act font-strong text-on justify-center enabled:hover:brightness-110 enabled:active:brightness-95',
  plain: 'min-h-12 rounded-button border border-edge px-4 py-2 font-strong text-ink justify-center enabled:hover:bg-raised',
  link: 'min-h-11 font-strong text-moss',
  quiet: 'min-h-11 font-strong text-ink2',
}

type Look = { kind?: ButtonKind | undefined; icon?: IconShape | undefined; wide?: boolean | undefined; children: ReactNode }

function classesOf({ kind = 'plain', wide }: Omit<Look, 'children'>, className?: string): string {
  return joinClasses('inline-flex items-center gap-2 text-start disabled:opacity-60', kinds[kind], wide && 'w-full', className)
}

function Inside({ kind = 'plain', icon, children }: Look) {
  const underlined = kind === 'link' || kind === 'quiet'
  return (
    <>
      {icon && <Icon shape={icon} />}
      <span className={underlined ? 'link' : undefined}>{children}</span>
    </>
  )
}

export type ButtonProps = Look & Omit<ComponentProps<'button'>, 'children'>

/** A verb to press. Keep it enabled and say what is missing; `disabled` is for an act under way. */
export function Button({ kind, icon, wide, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={classesOf({ kind, wide }, className)}>
      <Inside kind={kind} icon={icon}>
        {children}
      </Inside>
    </button>
  )
}

export type LinkButtonProps = Look & { href: string; download?: boolean; newTab?: boolean; className?: string }

/** The same looks for what leads elsewhere. A path inside the app changes screen without a reload. */
export function LinkButton({ kind, icon, wide, children, className, href, download, newTab }: LinkButtonProps) {
  const classes = classesOf({ kind, wide }, className)
  const inside = (
    <Inside kind={kind} icon={icon}>
      {children}
    </Inside>
  )
  if (href.startsWith('/') && !download && !newTab) {
    return (
      <Link href={href} className={classes}>
        {inside}
      </Link>
    )
  }
  return (
    <a href={href} download={download} className={classes} {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {inside}
    </a>
  )
}

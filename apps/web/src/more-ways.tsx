import { BookOpen, CalendarX, History, Link2, type LucideIcon, Newspaper, Projector, Settings } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from './i18n/words.tsx'
import { pathTo } from './room/places.ts'
import { useRoom } from './room/room.tsx'
import { useAllowed } from './room/use-act.ts'
import { useMine } from './room/use-roles.ts'
import { Appearance } from './shell/appearance.tsx'
import { Button, LinkButton } from './ui/button.tsx'
import { Menu } from './ui/menu.tsx'
import { Sheet } from './ui/sheet.tsx'
import { later } from './ui/later.ts'

const MeetingLinks = later(async () => (await import('./lobby/meeting-links.tsx')).MeetingLinks)
const CancelMeeting = later(async () => (await import('./live/cancel-meeting.tsx')).CancelMeeting)

/** What the header's menu and the circle's foot both lead to; sheets open over either. */
function useWays() {
  const t = useT('live').more
  const { identity } = useRoom()
  const mine = useMine()
  const [sheet, setSheet] = useState<'links' | 'cancel' | 'appearance' | null>(null)
  const mayCancel = useAllowed({ type: 'cancel', reason: '…' }).allowed
  const to = (id: 'minutes' | 'registers' | 'screen' | 'catch-up') => pathTo(identity.meetingId, { id })
  const pages: readonly { id: string; label: string; icon: LucideIcon; href: string; newTab?: true }[] = [
    { id: 'catch-up', label: t.catchUp, icon: History, href: to('catch-up') },
    { id: 'minutes', label: t.minutes, icon: Newspaper, href: to('minutes') },
    { id: 'registers', label: t.registers, icon: BookOpen, href: to('registers') },
    { id: 'screen', label: t.screen, icon: Projector, href: to('screen'), newTab: true },
  ]
  const sheets = [
    ...(mine.facilitating || mine.isHost ? [{ id: 'links', label: t.links, icon: Link2, open: () => setSheet('links') }] : []),
    ...(mayCancel ? [{ id: 'cancel', label: t.cancel, icon: CalendarX, open: () => setSheet('cancel') }] : []),
    { id: 'appearance', label: t.appearance, icon: Settings, open: () => setSheet('appearance') },
  ]
  const opened = (
    <>
      <Sheet open={sheet === 'links'} onClose={() => setSheet(null)} title={t.links}>
        <Suspense fallback={null}>
          <MeetingLinks />
        </Suspense>
      </Sheet>
      {sheet === 'cancel' && (
        <Suspense fallback={null}>
          <CancelMeeting onClose={() => setSheet(null)} />
        </Suspense>
      )}
      <Sheet open={sheet === 'appearance'} onClose={() => setSheet(null)} title={t.appearance}>
        <Appearance />
      </Sheet>
    </>
  )
  return { label: t.label, pages, sheets, opened }
}

/** « Plus » in a laptop's header. */
export function MoreMenu() {
  const [, go] = useLocation()
  const { label, pages, sheets, opened } = useWays()
  return (
    <div className="hidden laptop:block">
      <Menu
        label={label}
        kind="quiet"
        entries={[
          ...pages.map(({ id, label: name, icon, href, newTab }) => ({
            id,
            label: name,
            icon,
            onAct: () => void (newTab ? window.open(href, '_blank', 'noreferrer') : go(href)),
          })),
          ...sheets.map(({ id, label: name, icon, open }) => ({ id, label: name, icon, onAct: open })),
        ]}
      />
      {opened}
    </div>
  )
}

/** The same, one under the other, at the end of a phone's « Cercle ». */
export function MoreLinks() {
  const { pages, sheets, opened } = useWays()
  return (
    <div className="flex flex-col items-start border-t border-line pt-2">
      {pages.map(({ id, label, icon, href, newTab }) => (
        <LinkButton key={id} kind="link" icon={icon} href={href} {...(newTab ? { newTab } : {})}>
          {label}
        </LinkButton>
      ))}
      {sheets.map(({ id, label, icon, open }) => (
        <Button key={id} kind="link" icon={icon} onClick={open}>
          {label}
        </Button>
      ))}
      {opened}
    </div>
  )
}

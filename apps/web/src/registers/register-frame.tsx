import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { MySaved } from '../room/my-saved.tsx'
import { pathTo } from '../room/places.ts'
import { useBoard } from '../room/use-board.ts'
import { LinkButton } from '../ui/button.tsx'
import { Header } from '../ui/header.tsx'
import { Page } from '../ui/page.tsx'

/** A page of the registers; `up` leads to the registers themselves instead of to the meeting. */
export function RegisterFrame({ phase, up = false, children }: { phase: string; up?: boolean; children: ReactNode }) {
  const t = useT('registers')
  const brand = useT('shell').brand
  const meetingId = useBoard((board) => board.meeting.id)
  const title = useBoard((board) => board.meeting.title)
  return (
    <Page
      header={
        <Header
          brand={brand}
          title={title}
          phase={phase}
          saved={<MySaved />}
          aside={
            <LinkButton kind="link" href={pathTo(meetingId, { id: up ? 'registers' : 'now' })} className="shrink-0">
              {up ? t.title : t.back}
            </LinkButton>
          }
        />
      }
    >
      <div className="flex flex-col gap-8">{children}</div>
    </Page>
  )
}

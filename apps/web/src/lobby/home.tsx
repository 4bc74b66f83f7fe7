import { Projector, Settings } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import * as v from 'valibot'
import { useT } from '../i18n/words.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { type Created, CreatedSchema, insidePath } from './links.ts'
import { MyMeetings } from './my-meetings.tsx'
import { OpenMeeting } from './open-meeting.tsx'
import { ThreeLinks } from './three-links.tsx'

/** The links just made stay in this tab across a reload: nobody else can give them back. */
const STORAGE_KEY = 'clairiere:created'

function readCreated(): Created | null {
  try {
    const parsed = v.safeParse(CreatedSchema, JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null'))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function keepCreated(created: Created | null): void {
  try {
    if (created) sessionStorage.setItem(STORAGE_KEY, JSON.stringify(created))
    else sessionStorage.removeItem(STORAGE_KEY)
  } catch {
    return // the links then live as long as the page
  }
}

/** The first screen: the form at the left, what it gave at the right, and the meetings this device knows. */
export function Home({ brand, appearance, appearanceTitle }: { brand: string; appearance: ReactNode; appearanceTitle: string }) {
  const t = useT('opening')
  const [created, setCreated] = useState(readCreated)
  const [isNew, setNew] = useState(false)
  const [showing, setShowing] = useState(false)
  const change = (next: Created | null) => {
    keepCreated(next)
    setCreated(next)
    setNew(next !== null)
  }
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex min-h-16 items-center justify-between gap-x-4 max-[15rem]:flex-wrap border-b border-line px-4 laptop:px-6">
        <span className="said text-clock">{brand}</span>
        <span className="flex items-center gap-5">
          <LinkButton kind="link" href="#mine">
            {t.mine.title}
          </LinkButton>
          <span className="max-tablet:hidden">
            <Button kind="quiet" icon={Settings} onClick={() => setShowing(true)}>
              {appearanceTitle}
            </Button>
          </span>
        </span>
      </header>
      <main className="grid flex-1 grid-cols-[minmax(0,1fr)] laptop:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="flex flex-col gap-6 px-4 py-6 laptop:border-e laptop:border-line laptop:px-12 laptop:py-9">
          <div className="flex flex-col gap-2">
            <h1 className="said text-title laptop:text-head">{t.title}</h1>
            <p className="text-ink2">{t.lead}</p>
          </div>
          <OpenMeeting opened={created !== null} onCreated={change} onAgain={() => change(null)} />
        </div>
        <div className="flex flex-col gap-8 border-t border-line px-4 py-6 laptop:border-t-0 laptop:px-12 laptop:py-9">
          {created ? <Result created={created} isNew={isNew} /> : <WhatItIs />}
          <section id="mine" className="flex flex-col">
            <h2 className="border-b border-line pb-2 font-strong">{t.mine.title}</h2>
            <MyMeetings />
          </section>
          <div className="tablet:hidden">
            <Button kind="quiet" icon={Settings} onClick={() => setShowing(true)}>
              {appearanceTitle}
            </Button>
          </div>
        </div>
      </main>
      <Sheet open={showing} onClose={() => setShowing(false)} title={appearanceTitle}>
        {appearance}
      </Sheet>
    </div>
  )
}

/** `isNew`: they come into view, since the button that made them may stand at the end of a long form. */
function Result({ created, isNew }: { created: Created; isNew: boolean }) {
  const t = useT('opening').links
  const show = useCallback((section: HTMLElement | null) => void (isNew && section?.scrollIntoView({ block: 'nearest' })), [isNew])
  const host = insidePath(created.links.host)
  return (
    <section ref={show} className="flex flex-col gap-4">
      <div>
        <h2 className="said text-title">{t.title}</h2>
        <p className="text-ink2">{t.lead}</p>
      </div>
      <ThreeLinks links={created.links} />
      <div className="flex flex-col gap-3 tablet:flex-row">
        <LinkButton kind="act" href={host} className="flex-1">
          {t.enter}
        </LinkButton>
        <LinkButton icon={Projector} href={`/m/${created.meetingId}/ecran${host.slice(host.indexOf('#'))}`} newTab>
          {t.screen}
        </LinkButton>
      </div>
    </section>
  )
}

/** Before there is anything to show: what a meeting here is, in four lines. */
function WhatItIs() {
  const t = useT('opening')
  return (
    <section className="flex flex-col gap-3">
      <h2 className="said text-title">{t.whatItIs}</h2>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {t.whatItDoes.map((line) => (
          <li key={line} className="py-3">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { ActInput } from '@clairiere/ritual'
import { useCallback, useEffect, useState } from 'react'
import { MeetingZone, useLocale, useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Header } from '../ui/header.tsx'
import { Page, Title } from '../ui/page.tsx'
import { InboxCircuit } from './inbox-circuit.tsx'
import { answerInbox, readInbox, type Inbox } from './inbox.ts'

/** The page of a structure, by its link, without an account: received, registered under its own reference, or returned with a reason [A15, §2.4.7]. */
export function InboxPage({ token }: { token: string }) {
  const t = useT('registers').inbox
  const brand = useT('shell').brand
  const locale = useLocale()
  const [inbox, setInbox] = useState<Inbox | 'loading' | 'unknown' | 'offline'>('loading')
  const [isTaken, setTaken] = useState(false)
  const read = useCallback(async () => setInbox(await readInbox(token)), [token])
  useEffect(() => void read(), [read])
  const send = async (act: ActInput): Promise<string | null> => {
    const fault = await answerInbox(token, act, locale, t.offline)
    setTaken(fault === null)
    if (fault === null) await read()
    return fault
  }
  const shown = typeof inbox === 'object' ? inbox : null
  return (
    <Page header={<Header brand={brand} title={shown ? t.title(shown.organisation.label) : ''} phase={brand} />}>
      {shown ? (
        <MeetingZone timeZone={shown.meeting.timezone}>
          <div className="flex flex-col gap-6">
            <Title large after={t.lead(shown.meeting.title)}>
              {t.title(shown.organisation.label)}
            </Title>
            {shown.transmissions.length === 0 && <p className="text-ink2">{t.empty}</p>}
            <div>
              {shown.transmissions.map((circuit) => (
                <InboxCircuit
                  key={`${circuit.id}${circuit.status}`}
                  circuit={circuit}
                  decision={shown.decisions.find(({ id }) => id === circuit.decisionId)}
                  filled={circuit.id === shown.transmissions.find(({ status }) => status === 'sent' || status === 'received')?.id}
                  send={send}
                  onBegun={() => setTaken(false)}
                />
              ))}
            </div>
            {/* Not over the page: the next answer's button stands where a phone would show it. */}
            <p role="status">{isTaken && t.done}</p>
          </div>
        </MeetingZone>
      ) : (
        <div className="flex flex-col items-start gap-3" role="status">
          <Title>{inbox === 'unknown' ? t.unknownTitle : brand}</Title>
          <p>{inbox === 'loading' ? t.loading : inbox === 'unknown' ? t.unknown : t.offline}</p>
          {inbox === 'offline' && <Button onClick={() => void read()}>{t.again}</Button>}
        </div>
      )}
    </Page>
  )
}

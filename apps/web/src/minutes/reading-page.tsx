import { minutesFormats, paths, type Id, type MinutesFormat } from '@clairiere/ritual'
import { Download } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocale, useT } from '../i18n/words.tsx'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { Header } from '../ui/header.tsx'
import { Page, Title } from '../ui/page.tsx'
import { useSay } from '../ui/toasts.tsx'
import { readFile, readVersion, readVersions, type Read, type Versions } from './reading.ts'
import { renderPaper } from './render-paper.tsx'
import './paper.css'

/** Sealed minutes for their whole audience, by link, without a place in the meeting [F9]: the newest version, those before it, their corrections, every format. */
export function ReadingPage({ meetingId, linkKey }: { meetingId: Id; linkKey: string }) {
  const t = useT('minutes').reading
  const brand = useT('shell').brand
  const locale = useLocale()
  const [versions, setVersions] = useState<Read<Versions> | null>(null)
  const read = useCallback(async () => setVersions(await readVersions(meetingId, linkKey, locale)), [meetingId, linkKey, locale])
  useEffect(() => void read(), [read])
  const known = versions?.is === 'here' ? versions.value : null
  return (
    <Page header={<Header brand={brand} title={known?.title ?? ''} phase={t.phase} />}>
      {known ? (
        <Sealed meetingId={meetingId} linkKey={linkKey} known={known} />
      ) : (
        <div role="status" className="flex flex-col items-start gap-3">
          <Title>{t.phase}</Title>
          <p>{t[versions === null ? 'loading' : versions.is === 'here' ? 'loading' : versions.is]}</p>
          {versions?.is === 'offline' && <Button onClick={() => void read()}>{t.again}</Button>}
        </div>
      )}
    </Page>
  )
}

function Sealed({ meetingId, linkKey, known }: { meetingId: Id; linkKey: string; known: Versions }) {
  const t = useT('minutes').reading
  const [version, setVersion] = useState(known.current)
  return (
    <div className="flex flex-col gap-6">
      <Title large before={known.title}>
        {t.title(version)}
      </Title>
      {known.versions.length > 1 && (
        <ChoiceGroup label={t.versions} value={String(version)} onChange={(chosen) => setVersion(Number(chosen))} layout="segments">
          {known.versions.map((one) => (
            <ChoiceSegment key={one} value={String(one)} label={one === known.current ? t.current(one) : t.version(one)} />
          ))}
        </ChoiceGroup>
      )}
      {version < known.current && <p className="bg-soft px-4 py-3">{t.superseded(known.current)}</p>}
      {known.versions.length < known.current && <p className="text-second text-ink2">{t.withdrawn}</p>}
      <Sheet key={version} meetingId={meetingId} linkKey={linkKey} version={version} />
      <Formats meetingId={meetingId} linkKey={linkKey} version={version} />
    </div>
  )
}

function Sheet({ meetingId, linkKey, version }: { meetingId: Id; linkKey: string; version: number }) {
  const t = useT('minutes')
  const locale = useLocale()
  const [page, setPage] = useState<Read<string> | null>(null)
  const read = useCallback(
    async () => setPage(await readVersion(meetingId, linkKey, locale, version)),
    [meetingId, linkKey, locale, version],
  )
  useEffect(() => void read(), [read])
  const html = page?.is === 'here' ? page.value : null
  const content = useMemo(() => (html === null ? null : renderPaper(html, [], t.paper.mine).content), [html, t.paper.mine])
  if (page !== null && page.is !== 'here')
    return (
      <div className="flex flex-col items-start gap-2">
        <p role="alert">{t.paper.failed}</p>
        <Button onClick={() => void read()}>{t.paper.again}</Button>
      </div>
    )
  return (
    <div className="-mx-4 bg-sunk py-3 tablet:px-4">
      {content === null ? (
        <p className="p-4 text-ink2">{t.paper.loading}</p>
      ) : (
        <article aria-label={t.reading.sheet} className="minutes-paper">
          {content}
        </article>
      )}
    </div>
  )
}

function Formats({ meetingId, linkKey, version }: { meetingId: Id; linkKey: string; version: number }) {
  const t = useT('minutes')
  const locale = useLocale()
  const say = useSay()
  const take = async (format: MinutesFormat) => {
    const file = await readFile(`${paths.minutes(meetingId, format)}?version=${version}`, linkKey, locale)
    if (!file) return say(t.paper.failed)
    const address = URL.createObjectURL(file.bytes)
    const link = document.createElement('a')
    link.href = address
    link.download = file.name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 0)
  }
  return (
    <Section title={t.take.title}>
      <div className="flex flex-col items-start">
        {minutesFormats.map((format) => (
          <Button key={format} kind="link" icon={Download} onClick={() => void take(format)}>
            {t.take.formats[format]}
          </Button>
        ))}
      </div>
    </Section>
  )
}

import type { Decision, Item, OrgId } from '@clairiere/ritual'
import { Copy } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { copyText } from '../ui/copy-text.ts'
import { SelectField } from '../ui/field.tsx'
import { Title } from '../ui/page.tsx'
import { useSay } from '../ui/toasts.tsx'
import { digestOf, isEmptyDigest } from './digest.ts'
import { RegisterFrame } from './register-frame.tsx'
import { useDay } from './use-day.ts'

function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Section title={title}>
      <Lines label={title}>{children}</Lines>
    </Section>
  )
}

/** « Ce que je rapporte à ma structure » [E3]: one of one's own structures first, any other on demand; to read aloud, or copied into a message. */
export function DigestPage() {
  const t = useT('registers').digest
  const names = useNames()
  const { me } = useMine()
  const title = useBoard((board) => board.meeting.title)
  const organisations = useBoard((board) => board.organisations)
  const voices = useBoard((board) => board.people[me]?.voices)
  const mine = (voices ?? []).flatMap(({ org }) => (org === null ? [] : [org]))
  const [org, setOrg] = useState<OrgId>(mine[0] ?? Object.keys(organisations)[0] ?? '')
  const isEmpty = useBoard((board) => isEmptyDigest(digestOf(board, org)))
  const say = useSay()
  const sheet = useRef<HTMLDivElement>(null)
  const copy = async () => {
    const text = `${t.title}\n${title}\n\n${sheet.current?.innerText ?? ''}`
    if (await copyText(text)) return say(t.copied)
    // Without a clipboard (plain http) the text is selected, to be copied by hand.
    if (sheet.current) getSelection()?.selectAllChildren(sheet.current)
    say(t.selected)
  }
  return (
    <RegisterFrame phase={t.phase}>
      <Title large before={title} after={t.lead}>
        {t.title}
      </Title>
      {mine.length > 1 && mine.includes(org) && mine.length < 4 && (
        <ChoiceGroup label={t.structure} labelHidden layout="segments" value={org} onChange={setOrg}>
          {mine.map((id) => (
            <ChoiceSegment key={id} value={id} label={names.org(id)} />
          ))}
        </ChoiceGroup>
      )}
      <SelectField
        label={t.structure}
        value={org}
        onChange={setOrg}
        options={Object.values(organisations).map(({ id, label }) => ({ value: id, label }))}
      />
      <div ref={sheet} className="flex flex-col gap-6">
        <Sheet org={org} />
      </div>
      {!isEmpty && (
        <Button icon={Copy} onClick={() => void copy()} className="self-start">
          {t.copy}
        </Button>
      )}
    </RegisterFrame>
  )
}

function Sheet({ org }: { org: OrgId }) {
  const t = useT('registers').digest
  const labels = useLabels()
  const names = useNames()
  const day = useDay()
  const board = useBoard((whole) => whole)
  const digest = digestOf(board, org)
  if (isEmptyDigest(digest)) return <EmptyState>{t.empty}</EmptyState>
  const decision = (one: Decision, second: string) => (
    <Line key={one.id} title={[one.ref, one.title].filter(Boolean).join(' · ')} second={second}>
      <p className="whitespace-pre-wrap">{one.versions.at(-1)?.text}</p>
      {one.efforts
        .filter((effort) => effort.org === org)
        .map(({ text }) => (
          <p key={text}>{t.effort(text)}</p>
        ))}
      {one.status === 'adopted' && (
        <LinkButton kind="link" href={pathTo(board.meeting.id, { id: 'decision', ref: one.ref ?? one.id })}>
          {t.whole}
        </LinkButton>
      )}
    </Line>
  )
  const item = (one: Item, text: string | undefined) => (
    <Line key={one.id} title={one.title} second={labels.agenda.kinds[one.kind].label}>
      {text}
    </Line>
  )
  return (
    <>
      <Part title={t.decides}>
        {digest.decides.map((one) => decision(one, `${labels.deciding.legalEffects[one.legalEffect]}. ${t.review(day(one.reviewOn))}`))}
      </Part>
      <Part title={t.asked}>{digest.asked.map((one) => item(one, board.advice[one.id]?.question))}</Part>
      <Part title={t.feedbacks}>
        {digest.feedbacks.map((one) => {
          const said = board.feedbacks[one.id]
          return item(one, [said?.observation, said?.request, said?.answer?.text].filter(Boolean).join(' — '))
        })}
      </Part>
      <Part title={t.actions}>
        {digest.actions.map(({ id, ref, title, takers, due }) => (
          <Line
            key={id}
            title={`${ref} · ${title}`}
            second={[takers.length > 0 ? names.list(takers.map(({ personId }) => personId)) : t.nobody, due && day(due)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Part>
      <Part title={t.informed}>{digest.informed.map((one) => decision(one, names.org(one.responsible)))}</Part>
      <Part title={t.brought}>{digest.brought.map((one) => item(one, one.nextStep))}</Part>
    </>
  )
}

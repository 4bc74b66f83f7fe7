import { type Item, itemFormats, type ItemKind, itemKinds, itemTopics } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard, useMe } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import type { ItemDraft } from './item-draft.ts'
import { CarriersField, ParticipantsField, StructuresField } from './item-people-fields.tsx'
import { linksStructures } from './item-draft.ts'

const urgencies = [1, 2, 3, 4, 5] as const
const OWN = ''

type Props = { draft: ItemDraft; onChange: (changes: Partial<ItemDraft>) => void; item?: Item | undefined }

/** What an item says of itself. Five questions first; the rest opens at a tap, since a newcomer needs none of it. */
export function ItemFields({ draft, onChange, item }: Props) {
  const all = useT('agenda')
  const t = all.form
  const labels = useLabels().agenda
  const names = useNames()
  const own = useLabels().people.ownName
  const organisations = useBoard((board) => board.organisations)
  // A topic says something of a decision where it says who decides formally [A16].
  const byTopic = useBoard(({ meeting }) => itemTopics.some((topic) => meeting.authorities?.[topic] !== undefined))
  const voices = useMe()?.voices.flatMap(({ org }) => (org === null ? [] : [org])) ?? []
  const [more, setMore] = useState(item !== undefined)
  const orgs = Object.values(organisations).toSorted((a, b) => a.label.localeCompare(b.label))
  const behalf = [...new Set([...voices, ...(draft.onBehalfOf === null ? [] : [draft.onBehalfOf])])]
  return (
    <div className="flex flex-col gap-6">
      <SelectField
        label={t.kind}
        hint={t.output(labels.kinds[draft.kind].output)}
        value={draft.kind}
        onChange={(kind) => onChange({ kind: kind as ItemKind })}
        options={(item?.openedAt === undefined ? itemKinds : [draft.kind]).map((kind) => ({
          value: kind,
          label: labels.kinds[kind].label,
        }))}
      />
      <Field label={t.title} value={draft.title} onChange={(title) => onChange({ title })} maxLength={200} />
      <LongField
        label={t.expectation}
        hint={t.expectationHint}
        value={draft.expectation}
        onChange={(expectation) => onChange({ expectation })}
        maxLength={300}
      />
      {draft.kind === 'feedback' && (
        <SelectField
          label={t.towards}
          value={draft.towards ?? OWN}
          onChange={(towards) => onChange({ towards: towards === OWN ? null : towards })}
          options={[{ value: OWN, label: t.choose }, ...orgs.map(({ id }) => ({ value: id, label: names.org(id) }))]}
        />
      )}
      {draft.kind === 'contribution' && (
        <ChoiceGroup<Item['format']> label={t.format} layout="segments" value={draft.format} onChange={(format) => onChange({ format })}>
          {itemFormats.map((format) => (
            <ChoiceSegment key={format} value={format} label={labels.formats[format]} />
          ))}
        </ChoiceGroup>
      )}
      <div className="grid grid-cols-2 gap-4">
        <Field
          label={t.minutes}
          type="number"
          inputMode="numeric"
          min="1"
          max="480"
          value={draft.minutes}
          onChange={(minutes) => onChange({ minutes })}
        />
        <SelectField
          label={t.urgency}
          value={String(draft.urgency)}
          onChange={(urgency) => onChange({ urgency: Number(urgency) as Item['urgency'] })}
          options={urgencies.map((urgency) => ({ value: String(urgency), label: labels.urgencies[urgency] }))}
        />
      </div>
      {behalf.length > 0 && (
        <SelectField
          label={t.behalf}
          value={draft.onBehalfOf ?? OWN}
          onChange={(org) => onChange({ onBehalfOf: org === OWN ? null : org })}
          options={[...behalf.map((org) => ({ value: org, label: names.org(org) })), { value: OWN, label: own }]}
        />
      )}
      {linksStructures(draft.kind) && (
        <StructuresField organisations={orgs} value={draft.structures} onChange={(structures) => onChange({ structures })} />
      )}
      {(draft.kind === 'concertation' || (draft.kind === 'decision' && byTopic)) && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-strong">{all.items.topics}</legend>
          <div className="flex flex-wrap gap-2">
            {itemTopics.map((topic) => (
              <Chip
                key={topic}
                label={labels.topics[topic]}
                checked={draft.topics.includes(topic)}
                onChange={(on) => onChange({ topics: on ? [...draft.topics, topic] : draft.topics.filter((each) => each !== topic) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      {more ? (
        <>
          {draft.kind === 'decision' && (
            <SelectField
              label={all.items.sovereign.label}
              hint={all.items.sovereign.hint}
              value={draft.sovereign ?? OWN}
              onChange={(org) => onChange({ sovereign: org === OWN ? null : org })}
              options={[{ value: OWN, label: all.items.sovereign.nobody }, ...orgs.map(({ id }) => ({ value: id, label: names.org(id) }))]}
            />
          )}
          <ThreadField draft={draft} onChange={onChange} />
          {item !== undefined && draft.kind === 'contribution' && draft.format === 'workshop' && (
            <ParticipantsField draft={draft} onChange={onChange} />
          )}
          <CarriersField draft={draft} onChange={onChange} mayReplace={item !== undefined} />
          <LongField
            label={t.context}
            hint={t.contextHint}
            value={draft.context}
            onChange={(context) => onChange({ context })}
            maxLength={4000}
          />
        </>
      ) : (
        <Button kind="link" onClick={() => setMore(true)} className="self-start">
          {t.more}
        </Button>
      )}
    </div>
  )
}

/** The subject this goes on with, among those of former meetings, each under its last title [C8]. */
function ThreadField({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const t = useT('agenda').items.thread
  const threads = useBoard((board) => board.previous.threads)
  const titles = new Map((threads ?? []).map(({ threadId, title }) => [threadId, title]))
  if (titles.size === 0) return null
  return (
    <SelectField
      label={t.label}
      value={draft.threadId ?? OWN}
      onChange={(id) => onChange({ threadId: id === OWN ? null : id })}
      options={[{ value: OWN, label: t.none }, ...[...titles].map(([value, label]) => ({ value, label }))]}
    />
  )
}

import { addDays, type AdviceRequest, type Item, type OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useToday } from '../room/days.ts'
import { FormSheet } from '../room/form-sheet.tsx'

const OWN = ''
/** A first proposal for the day of the decision. */
const DAYS_TO_DECIDE = 14

/** The question, who decides, for which structure and until when [A10]. */
export function SetAdviceSheet({ item, request, onClose }: { item: Item; request: AdviceRequest | undefined; onClose: () => void }) {
  const t = useT('agenda').advice
  const ask = useT('agenda').awaited.setAdvice
  const missing = useT('agenda').items.unwritten.question
  const names = useNames()
  const { me } = useMine()
  const { identity } = useRoom()
  const today = useToday()
  const people = useBoard((board) => board.people)
  const [question, setQuestion] = useDraft(`${identity.meetingId}.question.${item.id}`, request?.question ?? '')
  const [decider, setDecider] = useState(request?.decider ?? item.carriers[0] ?? me)
  const voicesOf = (id: string): readonly OrgId[] => people[id]?.voices.flatMap(({ org }) => (org === null ? [] : [org])) ?? []
  const [forOrg, setForOrg] = useState<OrgId | null>(request ? request.forOrg : (item.onBehalfOf ?? voicesOf(decider)[0] ?? null))
  const [decideBy, setDecideBy] = useState(request?.decideBy ?? addDays(today, DAYS_TO_DECIDE))
  const form = useSubmit()
  const orgs = [...new Set([...voicesOf(decider), ...(forOrg === null ? [] : [forOrg])])]
  const send = async () => {
    if (question.trim() === '') return form.say(missing)
    if (!(await form.submit({ type: 'set-advice', itemId: item.id, question: question.trim(), decider, forOrg, decideBy }))) return
    setQuestion('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={request ? t.reset : ask.act} act={ask.act} form={form} onSend={() => void send()}>
      <LongField label={t.question} value={question} onChange={setQuestion} maxLength={1000} lines={3} />
      <SelectField
        label={t.decider}
        value={decider}
        onChange={(id) => {
          setDecider(id)
          setForOrg(voicesOf(id)[0] ?? null)
        }}
        options={names.sorted.map(({ id }) => ({ value: id, label: names.full(id) }))}
      />
      <SelectField
        label={t.forOrg}
        value={forOrg ?? OWN}
        onChange={(org) => setForOrg(org === OWN ? null : org)}
        options={[...orgs.map((org) => ({ value: org, label: names.org(org) })), { value: OWN, label: t.ownName }]}
      />
      <Field label={t.decideBy} type="date" min={today} value={decideBy} onChange={setDecideBy} />
    </FormSheet>
  )
}

/** Asking a structure or a person, as affected or as knowledgeable [A11]. Those the item concerns and nobody asked come first. */
export function AskAdviceSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT('agenda').advice
  const labels = useLabels().deciding.adviceTitles
  const names = useNames()
  const today = useToday()
  const asked = useBoard((board) => board.advice[item.id]?.asked)
  const organisations = useBoard((board) => board.organisations)
  const isAsked = (target: string) => asked?.some((each) => each.target === target) === true
  const linked = item.structures.filter((org) => !isAsked(org))
  const others = Object.keys(organisations).filter((org) => !linked.includes(org) && !isAsked(org))
  const orgs = [...linked, ...others.toSorted((a, b) => names.org(a).localeCompare(names.org(b)))]
  const [target, setTarget] = useState(orgs[0] ?? '')
  const [as, setAs] = useState<'impacted' | 'competent'>('impacted')
  const [reason, setReason] = useState('')
  const [by, setBy] = useState('')
  const form = useSubmit()
  const send = async () => {
    const more = { ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(by === '' ? {} : { expectedBy: by }) }
    if (await form.submit({ type: 'ask-advice', itemId: item.id, target, as, ...more })) onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.ask} act={t.ask} form={form} onSend={() => void send()}>
      <SelectField
        label={t.askTarget}
        value={target}
        onChange={setTarget}
        options={[
          ...orgs.map((org) => ({ value: org, label: names.org(org) })),
          ...names.sorted.filter(({ id }) => !isAsked(id)).map(({ id }) => ({ value: id, label: names.full(id) })),
        ]}
      />
      <ChoiceGroup<'impacted' | 'competent'> label={t.askAs} layout="segments" value={as} onChange={setAs}>
        <ChoiceSegment value="impacted" label={labels.impacted} />
        <ChoiceSegment value="competent" label={labels.competent} />
      </ChoiceGroup>
      <LongField label={t.askReason} value={reason} onChange={setReason} maxLength={300} />
      <Field label={t.askBy} type="date" min={today} value={by} onChange={setBy} />
    </FormSheet>
  )
}

/** The decider says what is decided: theirs, not the meeting's [D3]. */
export function ConcludeAdviceSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT('agenda')
  const { identity } = useRoom()
  const [text, setText] = useDraft(`${identity.meetingId}.conclude.${item.id}`)
  const form = useSubmit()
  const send = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.decision)
    if (!(await form.submit({ type: 'conclude-advice', itemId: item.id, text: text.trim() }))) return
    setText('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.advice.conclude} act={t.awaited.concludeAdvice.act} form={form} onSend={() => void send()}>
      <LongField label={t.advice.conclude} hint={t.advice.concludeHint} value={text} onChange={setText} maxLength={2000} lines={4} />
    </FormSheet>
  )
}

import type { PersonId } from '@clairiere/ritual'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { homonymOf } from '../room/homonym.ts'
import { rememberIdentity } from '../room/identity.ts'
import { useRoom } from '../room/room.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { VoiceChoice, voiceGiven, voiceKey, type VoiceOption, type Voices } from '../room/voice-choice.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** `own`: how one’s own name is called, one’s own or somebody else’s. */
function useVoiceOptions(own: string): readonly VoiceOption[] {
  const organisations = useBoard((board) => board.organisations)
  return useMemo(
    () => [{ org: null, label: own }, ...Object.values(organisations).map(({ id, label }) => ({ org: id, label }))],
    [own, organisations],
  )
}

const asGiven = (options: readonly VoiceOption[], voices: Voices) =>
  options.flatMap(({ org }) => {
    const given = voices[voiceKey(org)]
    return given === undefined ? [] : [voiceGiven(org, given)]
  })

/** Somebody present without a device, entered by a neighbour who writes for them [I7]. */
export function AddPersonSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const { submit, busy, fault, say } = useSubmit()
  const options = useVoiceOptions(words.itsOwn)
  const people = useBoard((board) => board.people)
  const [name, setName] = useState('')
  const [voices, setVoices] = useState<Voices>({})
  const add = async () => {
    if (name.trim() === '') return say(words.personNameMissing)
    const homonym = homonymOf(name, Object.values(people))
    if (homonym) return say(homonym === 'same' ? words.homonym : words.homonymFirst(homonym))
    if (!(await submit({ type: 'enter-person', name: name.trim(), voices: asGiven(options, voices) }))) return
    setName('')
    setVoices({})
    onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.addPerson}
      foot={
        <Button kind="act" wide disabled={busy} onClick={() => void add()}>
          {t.add}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <Field
          label={words.personName}
          hint={words.addPersonHint}
          value={name}
          onChange={setName}
          maxLength={80}
          error={fault || undefined}
        />
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="font-strong">{words.itsVoices}</legend>
          <VoiceChoice options={options} voices={voices} onChange={setVoices} />
        </fieldset>
      </div>
    </Sheet>
  )
}

/** One's own name, voices, qualities and mandates, or those of a person without a device whom one entered; voices are editable while the rules let them be [E4]. */
export function MyVoicesSheet({ open, onClose, personId }: { open: boolean; onClose: () => void; personId?: PersonId }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const { submit, busy, fault, say } = useSubmit()
  const { me } = useMine()
  const who = personId ?? me
  const options = useVoiceOptions(useT('room').voices.own)
  const { identity } = useRoom()
  const person = useBoard((board) => board.people[who])
  const [voices, setVoices] = useState<Voices>(() =>
    Object.fromEntries((person?.voices ?? []).map(({ org, ...said }) => [voiceKey(org), said])),
  )
  const [name, setName] = useState(person?.name ?? '')
  const whose = who === me ? {} : { personId: who }
  const mayVoices = useAllowed({ type: 'set-voices', voices: [], ...whose }).allowed
  const keep = async () => {
    if (name.trim() === '') return say(who === me ? words.myNameMissing : words.personNameMissing)
    // Said already, they stay exactly as they are.
    const said = mayVoices ? asGiven(options, voices) : [...(person?.voices ?? [])]
    if (!(await submit({ type: 'set-voices', voices: said, name: name.trim(), ...whose }))) return
    if (who === me) rememberIdentity({ ...identity, name: name.trim() })
    onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={who === me ? t.myVoices : words.itsVoicesChange}
      foot={
        <Button kind="act" wide disabled={busy} onClick={() => void keep()}>
          {t.keep}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <Field label={who === me ? words.myName : words.personName} value={name} onChange={setName} maxLength={80} />
        {mayVoices && <VoiceChoice options={options} voices={voices} onChange={setVoices} />}
        {fault && <ErrorLine>{fault}</ErrorLine>}
      </div>
    </Sheet>
  )
}

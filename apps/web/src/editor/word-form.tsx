import { useRoom } from '../room/room.tsx'
import { Button } from '../ui/button.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useKept } from '../ui/use-kept.ts'

/** One field of an entry: a line, a text, or a choice. */
export type WordField<Name extends string> = {
  name: Name
  label: string
  hint?: string
  maxLength?: number
  /** Several lines. */
  long?: boolean
  options?: readonly { value: string; label: string }[]
}

export type WordFormProps<Name extends string> = {
  /** Which entry these are the fields of, within this meeting. */
  draft: string
  fields: readonly WordField<Name>[]
  start: Readonly<Record<Name, string>>
  keep: string
  leave: string
  /** Given the values trimmed; false keeps the form open (something is missing). */
  onKeep: (values: Readonly<Record<Name, string>>) => boolean
  onLeave: () => void
}

/** The fields of one entry of a common list, kept whole or left. What is typed outlives the form itself, which goes while the document is replaced. */
export function WordForm<Name extends string>({ draft, fields, start, keep, leave, onKeep, onLeave }: WordFormProps<Name>) {
  const { identity } = useRoom()
  const [values, setValues] = useKept(`${identity.meetingId}.words.${draft}`, start)
  const set = (name: Name) => (text: string) => setValues({ ...values, [name]: text })
  const end = () => {
    setValues(null)
    onLeave()
  }
  const trimmed = () =>
    Object.fromEntries(Object.entries<string>(values).map(([name, text]) => [name, text.trim()])) as Record<Name, string>
  return (
    <div className="flex flex-col gap-4">
      {fields.map(({ name, label, hint, maxLength, long, options }) => {
        const common = { label, value: values[name], onChange: set(name), hint }
        if (options) return <SelectField key={name} {...common} options={options} />
        const limits = maxLength === undefined ? {} : { maxLength }
        return long ? <LongField key={name} {...common} {...limits} /> : <Field key={name} {...common} {...limits} />
      })}
      <div className="flex flex-wrap items-center gap-x-5">
        <Button onClick={() => onKeep(trimmed()) && end()}>{keep}</Button>
        <Button kind="quiet" onClick={end}>
          {leave}
        </Button>
      </div>
    </div>
  )
}

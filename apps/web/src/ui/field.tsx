import { type ComponentProps, type ReactNode, useId } from 'react'
import { ErrorLine } from './error-line.tsx'
import { joinClasses } from './join-classes.ts'
import { SeenBy } from './seen-by.tsx'
import { useT } from '../i18n/words.tsx'
import { useGrowingHeight } from './use-growing-height.ts'

const box =
  'w-full min-w-0 rounded-field border border-edge bg-raised px-3.5 py-2.5 text-body text-ink min-h-12 aria-invalid:border-2 aria-invalid:border-ink'

/** What can only be read looks like what is read. */
const read = 'w-full min-w-0 bg-transparent text-body text-ink'

export type FieldProps = {
  label: string
  /** The label is spoken but not shown: the title above already asks. */
  labelHidden?: boolean | undefined
  /** The label stands before the control, on its line, as the second text it continues: « en qualité de ». */
  labelBeside?: boolean | undefined
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  seenBy?: string | undefined
  error?: string | undefined
} & Pick<
  ComponentProps<'input'>,
  | 'ref'
  | 'name'
  | 'type'
  | 'autoComplete'
  | 'autoCapitalize'
  | 'inputMode'
  | 'maxLength'
  | 'required'
  | 'readOnly'
  | 'onBlur'
  | 'onKeyDown'
  | 'list'
  | 'min'
  | 'max'
  | 'enterKeyHint'
  | 'lang'
>

type Framing = Pick<FieldProps, 'label' | 'labelHidden' | 'labelBeside' | 'hint' | 'seenBy' | 'error' | 'value' | 'maxLength'>

/** Label, control, then what helps: the frame that every field shares. */
function useFrame({ label, labelHidden, labelBeside, hint, seenBy, error, value, maxLength = Infinity }: Framing) {
  const id = useId()
  const t = useT('ui')
  // A browser cuts what is pasted at the last sign without a word.
  const told = error || (value.length < maxLength ? '' : t.full(maxLength))
  const described = [hint && `${id}-hint`, told && `${id}-error`, seenBy && `${id}-seen`].filter(Boolean).join(' ')
  const labelLook = labelHidden ? 'sr-only' : labelBeside ? 'shrink-0 text-second text-ink2' : 'font-strong'
  const frame = (control: ReactNode) => (
    <div className="flex min-w-0 flex-col gap-2">
      <div className={joinClasses('flex min-w-0', labelBeside ? 'items-center gap-3' : 'flex-col gap-2')}>
        <label htmlFor={id} className={labelLook}>
          {label}
        </label>
        {hint && !labelBeside && (
          <p id={`${id}-hint`} className="-mt-2 text-second text-ink2">
            {hint}
          </p>
        )}
        {control}
      </div>
      {hint && labelBeside && (
        <p id={`${id}-hint`} className="text-second text-ink2">
          {hint}
        </p>
      )}
      {told && <ErrorLine id={`${id}-error`}>{told}</ErrorLine>}
      {seenBy && <SeenBy id={`${id}-seen`}>{seenBy}</SeenBy>}
    </div>
  )
  return { frame, control: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } }
}

/** One line to fill. `type="date"` and `"time"` use the device's own pickers. */
export function Field({ label, labelHidden, labelBeside, value, onChange, hint, seenBy, error, ...rest }: FieldProps) {
  const { frame, control } = useFrame({
    label,
    labelHidden,
    labelBeside,
    hint,
    seenBy,
    error,
    value,
    maxLength: rest.readOnly ? undefined : rest.maxLength,
  })
  return frame(
    <input
      type="text"
      {...rest}
      {...control}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={rest.readOnly ? read : box}
    />,
  )
}

export type LongFieldProps = Omit<
  FieldProps,
  'labelBeside' | 'ref' | 'type' | 'inputMode' | 'list' | 'min' | 'max' | 'onKeyDown' | 'onBlur'
> &
  Pick<ComponentProps<'textarea'>, 'onKeyDown' | 'onBlur'> & { lines?: number }

/** Several lines, growing with what is written. `lines` is the least height. */
export function LongField({ label, labelHidden, value, onChange, hint, seenBy, error, lines = 2, ...rest }: LongFieldProps) {
  const { frame, control } = useFrame({
    label,
    labelHidden,
    hint,
    seenBy,
    error,
    value,
    maxLength: rest.readOnly ? undefined : rest.maxLength,
  })
  const ref = useGrowingHeight(value)
  return frame(
    <textarea
      {...rest}
      {...control}
      ref={ref}
      rows={lines}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={joinClasses(rest.readOnly ? read : box, 'block resize-none')}
    />,
  )
}

export type SelectFieldProps = Omit<FieldProps, 'ref' | 'type' | 'readOnly' | 'onKeyDown' | 'onBlur'> & {
  options: readonly { value: string; label: string }[]
}

/** A choice among many, with the device's own list: light, and right on every phone. */
export function SelectField({
  label,
  labelHidden,
  labelBeside,
  value,
  onChange,
  hint,
  seenBy,
  error,
  options,
  name,
  required,
}: SelectFieldProps) {
  const { frame, control } = useFrame({ label, labelHidden, labelBeside, hint, seenBy, error, value })
  return frame(
    <span className="relative block min-w-0 flex-1">
      <select
        {...control}
        name={name}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={joinClasses(box, 'appearance-none truncate pe-11')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <svg
        viewBox="0 0 24 24"
        aria-hidden
        className="pointer-events-none absolute end-3.5 top-1/2 size-5 -translate-y-1/2 fill-none stroke-ink stroke-2"
      >
        <path d="m6 9 6 6 6-6" />
      </svg>
    </span>,
  )
}

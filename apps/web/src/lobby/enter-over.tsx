import { useT } from '../i18n/words.tsx'
import { EnterForm, type EnterFormProps } from './enter-form.tsx'

/** The door of a meeting that is over: who comes now comes to read. */
export function EnterOver(props: EnterFormProps) {
  return <EnterForm {...props} otherwise={useT('opening').over} />
}

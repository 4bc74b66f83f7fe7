import { useT } from '../i18n/words.tsx'
import { joinClasses } from './join-classes.ts'
import { Tick } from './tick.tsx'

export type Step = { readonly id: string; readonly label: string; readonly state: 'done' | 'now' | 'next' }

const marks = { done: 'tick', now: 'point', next: 'empty' } as const

function useSaidState(): (state: Step['state']) => string {
  const t = useT('ui')
  return (state) => (state === 'done' ? `, ${t.stepDone}` : state === 'now' ? `, ${t.stepNow}` : '')
}

/**
 * The steps of something on one line, each with its word below. Where the words do not fit, only the present step keeps its own,
 * and the line of the caller's `summary` (« étape 6 sur 8 ») says the rest.
 */
export function Rail({ steps, label, summary }: { steps: readonly Step[]; label: string; summary?: string }) {
  const said = useSaidState()
  const present = steps.find((step) => step.state === 'now')
  return (
    <div className="@container">
      <ol aria-label={label} className="flex">
        {steps.map((step, index) => (
          <li
            key={step.id}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className="relative flex min-w-0 flex-1 flex-col items-center gap-2"
          >
            {index > 0 && <span aria-hidden className="absolute end-1/2 top-2.5 h-px w-full bg-edge" />}
            <Tick state={marks[step.state]} className="relative z-10" />
            <span
              className={joinClasses(
                'px-1 text-center text-second @max-2xl:sr-only',
                step.state === 'now' ? 'font-chosen' : 'text-ink2',
                steps.length <= 5 && '@min-[18rem]:not-sr-only @min-[18rem]:px-1',
              )}
            >
              {step.label}
              <span className="sr-only">{said(step.state)}</span>
            </span>
          </li>
        ))}
      </ol>
      {(summary ?? present) && (
        <p aria-hidden className={joinClasses('mt-2 text-second @min-2xl:hidden', steps.length <= 5 && '@min-[18rem]:hidden')}>
          {summary && <span className="text-ink2">{summary} </span>}
          {present && <span className="font-chosen">{present.label}</span>}
        </p>
      )}
    </div>
  )
}

/** A short path of three or four steps, words beside their marks, wrapping: what an objection goes through. */
export function Path({ steps, label }: { steps: readonly Step[]; label: string }) {
  const said = useSaidState()
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-6 gap-y-2">
      {steps.map((step) => (
        <li key={step.id} aria-current={step.state === 'now' ? 'step' : undefined} className="flex items-center gap-2 text-second">
          <Tick state={marks[step.state]} />
          <span className={step.state === 'now' ? 'font-chosen' : 'text-ink2'}>
            {step.label}
            <span className="sr-only">{said(step.state)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

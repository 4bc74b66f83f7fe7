import type { ActInput } from '@clairiere/ritual'
import { useCallback, useRef, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { focusFirst, useReturnFocus } from '../ui/in-place.ts'
import type { Circuit, Inbox } from './inbox.ts'

/** Fields that opened where their button was: the focus goes into the first, and later to the one that is at fault. */
const useFields = () => {
  const current = useRef<HTMLDivElement>(null)
  const ref = useCallback((fields: HTMLDivElement | null) => {
    current.current = fields
    focusFirst(fields)
  }, [])
  return {
    ref,
    get current() {
      return current.current
    },
  }
}

type Send = (act: ActInput) => Promise<string | null>

function RegisterForm({ circuit, send, onDone }: { circuit: Circuit; send: Send; onDone: () => void }) {
  const t = useT('registers').inbox
  const [structureRef, setRef] = useState('')
  const [organ, setOrgan] = useState('')
  const [date, setDate] = useState('')
  const [links, setLinks] = useState('')
  const [error, setError] = useState('')
  const [linksError, setLinksError] = useState('')
  const fields = useFields()
  const register = async () => {
    if (!structureRef.trim()) {
      focusFirst(fields.current)
      return setError(t.refMissing)
    }
    const given = links.split(/\s+/).filter(Boolean)
    if (given.some((link) => !/^https?:\/\//.test(link))) {
      fields.current?.querySelector('textarea')?.focus()
      return setLinksError(t.linksWrong)
    }
    const fault = await send({
      type: 'register',
      decisionId: circuit.decisionId,
      structureRef: structureRef.trim(),
      ...(organ.trim() ? { organ: organ.trim() } : {}),
      ...(date ? { date } : {}),
      ...(given.length > 0 ? { links: given } : {}),
    })
    if (fault) setError(fault)
  }
  return (
    <div ref={fields.ref} className="flex flex-col gap-4">
      <h3 className="font-strong">{t.registerTitle}</h3>
      <Field label={t.structureRef} value={structureRef} onChange={setRef} maxLength={80} error={error || undefined} />
      <Field label={t.organ} hint={t.organHint} value={organ} onChange={setOrgan} maxLength={200} />
      <Field type="date" label={t.date} value={date} onChange={setDate} />
      <LongField label={t.links} hint={t.linksHint} value={links} onChange={setLinks} maxLength={2000} error={linksError || undefined} />
      <Button kind="act" onClick={() => void register()} className="self-start">
        {t.register}
      </Button>
      <Button kind="quiet" onClick={onDone} className="self-start">
        {t.cancel}
      </Button>
    </div>
  )
}

function ReturnForm({ circuit, send, onDone }: { circuit: Circuit; send: Send; onDone: () => void }) {
  const t = useT('registers').inbox
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const fields = useFields()
  const giveBack = async () => {
    if (!reason.trim()) {
      focusFirst(fields.current)
      return setError(t.reasonMissing)
    }
    const fault = await send({ type: 'return', decisionId: circuit.decisionId, reason: reason.trim() })
    if (fault) setError(fault)
  }
  return (
    <div ref={fields.ref} className="flex flex-col gap-4">
      <h3 className="font-strong">{t.returnTitle}</h3>
      <LongField label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} maxLength={1000} error={error || undefined} />
      <Button kind="act" onClick={() => void giveBack()} className="self-start">
        {t.return}
      </Button>
      <Button kind="quiet" onClick={onDone} className="self-start">
        {t.cancel}
      </Button>
    </div>
  )
}

/** One decision as the structure receives it: its text, and the one next answer; returning stays as reachable as registering. */
export function InboxCircuit({
  circuit,
  decision,
  filled,
  send,
  onBegun,
}: {
  circuit: Circuit
  decision: Inbox['decisions'][number] | undefined
  /** The first that waits for an answer has the one filled button of the page. */
  filled: boolean
  send: Send
  /** The next answer is being written: what was said of the one before is over. */
  onBegun: () => void
}) {
  const t = useT('registers').inbox
  const outer = useT('registers')
  const labels = useLabels()
  const dates = useDates()
  const [form, setForm] = useState<'register' | 'return' | null>(null)
  const [error, setError] = useState('')
  const back = useReturnFocus()
  const leave = (left: 'register' | 'return') => {
    back.leave(left)
    setForm(null)
  }
  const begin = (next: 'register' | 'return') => {
    setForm(next)
    onBegun()
  }
  const day = (value: string) => dates.day(Date.parse(`${value}T12:00:00Z`))
  const open = circuit.status === 'sent' || circuit.status === 'received'
  const state = [
    // What it was sent for is said as long as it is awaited.
    open && (circuit.kind === 'register' ? t.forRegister : t.forInform),
    circuit.status === 'sent' && circuit.sentOn
      ? t.sentOn(day(circuit.sentOn))
      : circuit.status === 'received' && circuit.receivedOn
        ? t.receivedOn(day(circuit.receivedOn))
        : labels.followUp.transmissionStatuses[circuit.status],
  ].filter(Boolean)
  return (
    <article className="flex flex-col gap-4 border-t border-line py-6">
      <div>
        <h2 className="said text-clock">
          {circuit.decisionRef} · {circuit.title}
        </h2>
        <p className="text-second text-ink2">{state.join(' · ')}</p>
      </div>
      {decision && (
        <>
          <p className="said-long text-proposal whitespace-pre-wrap">{decision.text}</p>
          <p className="text-second text-ink2">
            {outer.reviewOn(day(decision.reviewOn))} {decision.criteria.length > 0 && t.criteria(decision.criteria.join(', '))}{' '}
            {t.reactions(day(decision.reactionUntil))}
          </p>
        </>
      )}
      {circuit.registered && (
        <p className="first-letter:uppercase">{outer.registeredAs(circuit.registered.structureRef, day(circuit.registered.date))}</p>
      )}
      {circuit.returned && (
        <>
          <p className="first-letter:uppercase">{outer.returnedFor(circuit.returned.reason)}</p>
          <p className="text-second text-ink2">{outer.returnedNext}</p>
        </>
      )}
      {form === 'register' && <RegisterForm circuit={circuit} send={send} onDone={() => leave('register')} />}
      {form === 'return' && <ReturnForm circuit={circuit} send={send} onDone={() => leave('return')} />}
      {open && form === null && (
        <div className="flex flex-wrap gap-3">
          {circuit.status === 'sent' && (
            <Button
              kind={filled ? 'act' : 'plain'}
              onClick={() => void send({ type: 'receive', decisionId: circuit.decisionId }).then((fault) => setError(fault ?? ''))}
            >
              {t.receive}
            </Button>
          )}
          {circuit.kind === 'register' && (
            <>
              <Button
                ref={back.triggerOf('register')}
                kind={filled && circuit.status === 'received' ? 'act' : 'plain'}
                onClick={() => begin('register')}
              >
                {t.register}
              </Button>
              <Button ref={back.triggerOf('return')} kind="quiet" onClick={() => begin('return')}>
                {t.return}
              </Button>
            </>
          )}
        </div>
      )}
      {error && <ErrorLine>{error}</ErrorLine>}
      {open && circuit.kind === 'register' && <p className="text-second text-ink2">{t.notInForce}</p>}
    </article>
  )
}

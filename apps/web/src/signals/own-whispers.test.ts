import { expect, test } from 'vitest'
import { unreadOf, type OwnWhisper } from './own-whispers.ts'

const kept = (receipt: string, memory: string | null = 'm1'): OwnWhisper => ({ receipt, text: `mot ${receipt}`, signed: false, memory })

test('[§4.2] a whisper is offered again when its receipt is among the unread, and only to the device that keeps it', () => {
  const own = [kept('one'), kept('two')]
  expect(unreadOf(own, [], 'm1')).toBeUndefined()
  expect(unreadOf(own, ['of-another'], 'm1')).toBeUndefined()
  expect(unreadOf(own, ['of-another', 'two'], 'm1')).toEqual({ whisper: own[1], why: 'watch-gone' })
  expect(unreadOf([], ['two'], 'm1')).toBeUndefined()
})

test('[§4] after a restart the server speaks from another memory: what went into the former may be lost; before it spoke nothing is claimed', () => {
  const own = [kept('one')]
  expect(unreadOf(own, [], 'm2')).toEqual({ whisper: own[0], why: 'restarted' })
  expect(unreadOf(own, [], null)).toBeUndefined()
  expect(unreadOf([kept('one', null)], [], 'm2')).toBeUndefined()
})

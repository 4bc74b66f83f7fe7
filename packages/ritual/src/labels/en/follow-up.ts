import type { FollowUpLabels } from '../shape.ts'

export const followUp: FollowUpLabels = {
  actionStatuses: {
    'open-without-taker': 'without a taker',
    proposed: 'proposed',
    accepted: 'accepted',
    'in-progress': 'in progress',
    done: 'done',
    'given-back': 'given back',
    dropped: 'dropped',
  },
  reviewVerdicts: {
    keep: { label: 'keep', hint: 'It goes on, and is looked at again later.' },
    change: { label: 'change', hint: 'An item is proposed to decide on the new text; it holds until then.' },
    stop: { label: 'end', hint: 'An item is proposed to decide on ending it; it holds until then.' },
  },
  followUpAnswers: { done: 'done', 'in-progress': 'in progress', help: 'needs help', 'give-back': 'give back' },
  transmissionStatuses: {
    'to-send': 'to transmit',
    sent: 'transmitted',
    received: 'received',
    registered: 'registered',
    returned: 'returned',
  },
  transmissionKinds: { register: 'for registration', inform: 'copy for information' },
  withoutNews: 'no news for more than 30 days',
  awaitingRegistration: 'awaiting registration',
}

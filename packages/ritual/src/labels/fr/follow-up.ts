import type { FollowUpLabels } from '../shape.ts'

export const followUp: FollowUpLabels = {
  actionStatuses: {
    'open-without-taker': 'sans porteur·euse',
    proposed: 'proposée',
    accepted: 'acceptée',
    'in-progress': 'en cours',
    done: 'faite',
    'given-back': 'rendue',
    dropped: 'abandonnée',
  },
  reviewVerdicts: {
    keep: { label: 'garder', hint: 'Elle continue, et se revoit plus tard.' },
    change: { label: 'modifier', hint: 'Un point est proposé pour décider du nouveau texte ; elle vaut jusque-là.' },
    stop: { label: 'arrêter', hint: 'Un point est proposé pour décider de l’arrêt ; elle vaut jusque-là.' },
  },
  followUpAnswers: { done: 'fait', 'in-progress': 'en cours', help: 'besoin d’aide', 'give-back': 'rendre' },
  transmissionStatuses: {
    'to-send': 'à transmettre',
    sent: 'transmise',
    received: 'reçue',
    registered: 'enregistrée',
    returned: 'retournée',
  },
  transmissionKinds: { register: 'pour enregistrement', inform: 'copie pour information' },
  withoutNews: 'sans nouvelles depuis plus de 30 jours',
  awaitingRegistration: 'en attente d’enregistrement',
}

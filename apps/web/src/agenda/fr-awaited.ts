import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** What an item expects of whoever reads it. */
export const frAwaited = {
  nothing: 'Rien n’est attendu de toi, écoute.',
  writes: { title: 'Tu écris pour le groupe', text: 'Les faits, les mots de chacun·e, la suite : plus bas, dans les notes.' },
  keepsMood: { title: 'Tu veilles à l’ambiance', text: 'Regarde les visages. Pour lever un signal : « Ambiance ».' },
  paused: 'Ce point est en pause : on le reprendra.',
  notYet: 'Ce point n’est pas ouvert. Rien n’est attendu de toi pour le moment.',
  over: 'Ce point est traité.',
  carry: { title: 'C’est ton point', text: 'Dis ce qui est là et ce que tu attends ; le groupe écoute.' },
  acceptAction: { title: 'On te propose une action', act: 'J’accepte', refuse: 'Non merci' },
  answerActions: {
    title: 'Ta réponse est attendue',
    text: (count: number) =>
      n(count, {
        one: 'Une action te revient : dis ci-dessous où elle en est.',
        other: `${count} actions te reviennent : dis ci-dessous où elles en sont.`,
      }),
  },
  setAdvice: { title: 'Ta question est attendue', text: 'Dis la question, qui décidera et quand.', act: 'Poser la question' },
  askAdvice: {
    title: 'Des avis restent à demander',
    named: (orgs: string) => `Cela touche ${orgs}, à qui personne n’a encore demandé.`,
    unnamed: 'Qui cela touche-t-il ? Demande à ces personnes ou structures.',
    act: 'Solliciter un avis',
  },
  giveAdvice: {
    title: 'Ton avis est attendu',
    impacted: (org: string) => `Cela touche ${org} : tu parles à ce titre.`,
    competent: (org: string) => `On compte sur les compétences de ${org} : tu parles à ce titre.`,
    you: 'C’est à toi qu’on le demande.',
    act: 'Donner mon avis',
  },
  offerAdvice: { title: 'Ton avis est bienvenu', text: 'Cela te touche, ou tu t’y connais ? Dis-le ; sinon, écoute.' },
  answerAdvice: {
    title: 'Ta restitution est attendue',
    text: (count: number) => `${count} ${n(count, { one: 'avis attend', other: 'avis attendent' })} de savoir ce que tu en gardes.`,
  },
  concludeAdvice: {
    title: 'La décision te revient',
    text: 'Tu décides après avoir entendu les avis, maintenant ou plus tard.',
    act: 'Dire ma décision',
  },
  setBroadcast: { title: 'Ton texte est attendu', text: 'Ce qui est décidé, et jusqu’à quand on peut réagir.', act: 'Écrire le texte' },
  setWindow: { title: 'Une date est attendue', text: 'Jusqu’à quand peut-on réagir ?', act: 'Donner la date' },
  react: { title: 'Ta réaction est bienvenue', text: 'Une question, un soutien, une réserve ? Le silence va aussi.', act: 'Réagir' },
  answerReactions: {
    title: 'Ta réponse est attendue',
    text: (count: number) => `${count} ${n(count, { one: 'réaction attend', other: 'réactions attendent' })} une réponse.`,
  },
  stateFeedback: {
    title: 'Ton retour est attendu',
    text: 'Ce que tu as vu, ce que cela a produit, ce dont vous avez besoin, ce que tu demandes.',
    act: 'Écrire le retour',
  },
  answerFeedback: {
    title: 'Ta réponse est attendue',
    text: (org: string) => `Ce retour s’adresse à ${org} : tu réponds à ce titre.`,
    act: 'Répondre',
  },
  giveIdeas: {
    title: 'Tes idées sont attendues',
    text: 'Écris en même temps que les autres, sans attendre ton tour.',
    act: 'Écrire une idée',
  },
  nameStructures: { title: 'Des structures à nommer', text: 'Une concertation en relie au moins deux.', act: 'Les nommer' },
}

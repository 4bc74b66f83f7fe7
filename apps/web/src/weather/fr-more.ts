/** What may be said beside one's weather. */
export const fr = {
  title: 'Ce que tu veux ajouter',
  say: 'Ajouter',
  energies: [
    'Presque vide : j’écoute.',
    'Basse : je suis là, sans élan.',
    'Moyenne : ça va.',
    'Bonne : je peux porter ma part.',
    'Pleine : je peux porter plus que ma part.',
  ] as [string, string, string, string, string],
}

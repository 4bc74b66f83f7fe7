import type { Organisation } from '../people/entities.ts'

type Preset = Pick<Organisation, 'id' | 'label' | 'kind' | 'short'> & { registers?: boolean }

/** Tera's six structures and its commissions and groups [E7, E8], offered when an ecosystem meeting names none; a circle edits the list as it likes. */
export const teraOrganisations: readonly Preset[] = [
  { id: 'org:tera', label: 'Association TERA', short: 'TERA', kind: 'structure' },
  { id: 'org:coop', label: 'Coop du Tilleul', short: 'Coop', kind: 'structure' },
  { id: 'org:sci', label: 'SCI Le Tilleul', short: 'SCI', kind: 'structure' },
  { id: 'org:qrt', label: 'SCIC QRT', short: 'QRT', kind: 'structure' },
  { id: 'org:abeille', label: 'Association L’Abeille', short: 'L’Abeille', kind: 'structure' },
  { id: 'org:fonds', label: 'Fonds de dotation Solidarité pour un développement humain', short: 'Fonds', kind: 'structure' },
  { id: 'com:accueil', label: 'commission Accueil-Intégration', short: 'Accueil', kind: 'commission' },
  { id: 'com:ecoute', label: 'commission Écoute-médiation', short: 'Écoute', kind: 'commission' },
  { id: 'com:constitution', label: 'GT Constitution', short: 'Constitution', kind: 'commission' },
  { id: 'com:formations', label: 'commission Formations internes', short: 'Formations', kind: 'commission' },
  { id: 'com:planif', label: 'GT Planification', short: 'Planification', kind: 'commission' },
  { id: 'com:transversales', label: 'GT Fonctions transversales', short: 'Transversales', kind: 'commission' },
]

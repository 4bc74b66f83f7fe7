/** Bounds over one whole update, and over what a document may hold after it. */
export interface GuardLimits {
  /** Bytes of one update. */
  readonly bytes: number
  /** New structs in one update. */
  readonly structs: number
  /** Steps of conflict resolution in one update: the applier scans as far as this inspection does. */
  readonly steps: number
  /** Structs of the document that one update cuts in two, by writing into them or deleting out of them: each moves all that its client wrote later. */
  readonly cuts: number
  /** Client ids one principal may own: each reload of a page makes one. */
  readonly clientsPerPrincipal: number
  /** Client ids that all principals may own together: each stays in every state vector for ever. */
  readonly clients: number
  /** Client ids that a principal may own though all have been given: nobody writes others out of the document by taking them. */
  readonly clientsEach: number
  /** New entries of one key without an origin in one update: the applier walks the whole chain for each. */
  readonly rootlessEntries: number
  /** UTF-16 units of a map key or an attribute's name. */
  readonly keyLength: number
  /** Bytes of one value: a map's entry, an attribute, a mark. */
  readonly valueBytes: number
  /** Nesting inside one value. */
  readonly valueDepth: number
  /** Keys a map ever had. */
  readonly mapKeys: number
  /** Children of one element or fragment. */
  readonly children: number
  /** UTF-16 units of one text. */
  readonly textLength: number
  /** Nesting of elements. */
  readonly elementDepth: number
}

export const DEFAULT_LIMITS: GuardLimits = {
  bytes: 4 * 1024 * 1024,
  structs: 20_000,
  steps: 400_000,
  cuts: 2_000,
  clientsPerPrincipal: 512,
  clients: 5_000,
  clientsEach: 64,
  rootlessEntries: 16,
  keyLength: 128,
  valueBytes: 16 * 1024,
  valueDepth: 8,
  mapKeys: 5_000,
  children: 10_000,
  textLength: 200_000,
  elementDepth: 16,
}

/** The keys of generations: made before first use, read at opening, destroyed at sealing. `KeyFiles` on a disk, `MemoryKeys` in memory. */
export interface GenerationKeys {
  /** Resolves once the key would survive a power cut. Takes the place of a key that no generation used. */
  create(meetingId: string, generation: number): Promise<Uint8Array>
  /** Null: destroyed, or never made. */
  read(meetingId: string, generation: number): Promise<Uint8Array | null>
  /** Resolves once it is gone for good; a key that is already gone is no fault. */
  destroy(meetingId: string, generation: number): Promise<void>
  list(): Promise<readonly KeyName[]>
}

export interface KeyName {
  readonly meetingId: string
  readonly generation: number
}

export const GENERATION_KEY_BYTES = 32

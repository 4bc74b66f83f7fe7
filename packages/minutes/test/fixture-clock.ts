/** An hour of that evening as the record has it: UTC. */
export const at = (hour: string, day = '2026-12-03') => new Date(`${day}T${hour}:00+01:00`).toISOString()

export const named = (personId: string, voice: string | null) => ({ attribution: 'name-and-voice' as const, personId, voice })

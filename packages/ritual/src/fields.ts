/** The type of an object once its undefined fields are left out. */
export type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Leaves out fields that were not given, so that a fact holds only what was said. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>

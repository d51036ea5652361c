export * from './compare';
export type { CompareOptions, Comparison } from './comparison';
export { forgetInRow } from './forget';
export { aboutOf, aboutsOf, readSeenRows, type SeenKind, type SeenRow } from './seen-row';

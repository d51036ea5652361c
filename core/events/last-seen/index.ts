export * from './compare';
export type { CompareOptions, Comparison } from './comparison';
export { aboutOf, aboutsOf, readSeenRows, type SeenKind, type SeenRow } from './seen-row';

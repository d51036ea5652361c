/**
 * JSON of an item or an answer: tests look into it freely, and a wrong look fails the test.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

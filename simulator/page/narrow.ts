/** A screen on which one sees the list or what is chosen from it, not both. */
export const narrow = matchMedia('(max-width: 720px)');

import type { Word } from '../i18n.ts';

/** What a reviewer says of a wrong format: the first in Meta's own words (reference §3). */
export const readyMade: readonly { label: Word; why: Word; advice: Word }[] = [
	{ label: 'readyAdjacent', why: 'readyAdjacentWhy', advice: 'readyAdjacentDo' },
	{ label: 'readyEdge', why: 'readyEdgeWhy', advice: 'readyEdgeDo' },
	{ label: 'readyRatio', why: 'readyRatioWhy', advice: 'readyRatioDo' },
	{ label: 'readySample', why: 'readySampleWhy', advice: 'readySampleDo' },
	{ label: 'readyDouble', why: 'readyDoubleWhy', advice: 'readyDoubleDo' },
	{ label: 'readySpelling', why: 'readySpellingWhy', advice: 'readySpellingDo' },
];

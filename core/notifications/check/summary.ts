import { leftOutSummary, reasonsOf, type ReasonCount } from '../report/report';
import type { CheckedRecipients } from './checked';
import type { Cost } from './cost';
import type { RecipientList } from '../recipients/read-recipients';

/** The numbers of a dry run, for a flow and for people. */
export interface CheckSummary {
	/** Everybody on the list who was chosen: `ready` and `leftOut` add up to it. */
	people: number;
	ready: number;
	leftOut: number;
	/** On the list, with another ticket type. */
	notChosen: number;
	reasons: ReasonCount[];
	cost: Cost;
	/** How many get it in which language. */
	languages: Record<string, number>;
	/** Which column was taken for what. */
	columns: Record<string, string>;
	consentUnknown: boolean;
	/** `2,630 of 3,000 get it; …` */
	message: string;
}

export function summaryOf(checked: CheckedRecipients, list: RecipientList): CheckSummary {
	const { ready, leftOut, cost, consentUnknown } = checked;
	const people = ready.length + leftOut.length;
	const reasons = reasonsOf(leftOut);
	const languages: Record<string, number> = {};
	for (const { language } of ready) languages[language] = (languages[language] ?? 0) + 1;
	const why = leftOutSummary(people, reasons);
	return {
		people,
		ready: ready.length,
		leftOut: leftOut.length,
		notChosen: list.notChosen,
		reasons,
		cost,
		languages,
		columns: list.columns,
		consentUnknown,
		message: `${ready.length} of ${people} will get it${why ? `; ${why}` : ''}`,
	};
}

import type { SwitchboardLine } from '../../../core/events/switchboard';
import { statusName } from '../template-status';
import { t, tOr } from '../words';

/** How a trigger stands, and what can be done about it. */
export interface Standing {
	/** `waits`: it is switched on, and sends as soon as its template is approved. */
	state: 'on' | 'off' | 'waits';
	/** Whether the toggle may be used: never on, where the template is not approved. */
	canTurn: boolean;
	/** Whether it is known if its template is there. */
	templateKnown: boolean;
	why?: string;
	/** What happens all the same, where it is off. */
	note?: string;
}

/**
 * @param known whether the templates of the account could be read
 * @param event the event looked at; empty for all
 */
export function standing(
	line: SwitchboardLine,
	{ known, event }: { known: boolean; event: string },
): Standing {
	return {
		templateKnown: known,
		...stateOf(line, known, event),
		...(line.instead && {
			note: tOr(`switches.instead.${line.instead}`, line.note ?? ''),
		}),
	};
}

function stateOf(
	line: SwitchboardLine,
	known: boolean,
	event: string,
): Omit<Standing, 'templateKnown'> {
	const { on, offForAll, canBeSwitchedOn } = line;
	if (event !== '' && offForAll) {
		return { state: 'off', canTurn: false, why: t('switches.offForAll') };
	}
	if (!known) {
		return on
			? { state: 'on', canTurn: true }
			: { state: 'off', canTurn: false, why: t('switches.notKnown') };
	}
	if (canBeSwitchedOn) return { state: on ? 'on' : 'off', canTurn: true };
	if (on)
		return { state: 'waits', canTurn: true, why: `${whyOf(line)} ${t('switches.waitsHint')}` };
	return { state: 'off', canTurn: false, why: whyOf(line) };
}

/** Core's sentence in English, ours in other languages. */
const whyOf = ({ why = '', template, templateStatus }: SwitchboardLine): string =>
	templateStatus === undefined
		? tOr('switches.why.missing', why, { template })
		: tOr('switches.why.notApproved', why, { template, status: statusName(templateStatus) });

import type { MessageTemplate } from '../templates/template';
import { automations, type Audience, type Automation, type AutomationId } from './automations';
import type { SwitchRow } from './switches';

/** One automatic trigger as its organiser sees it. */
export interface SwitchboardLine {
	automation: AutomationId;
	audience: Audience;
	label: { en: string; ja: string };
	template: string;
	/** Meta's status of the best translation: `APPROVED` where one is; absent where there is none. */
	templateStatus?: string;
	/** Languages in which it is approved. */
	languages: string[];
	on: boolean;
	/** Off for all events, whatever this event says. */
	offForAll: boolean;
	canBeSwitchedOn: boolean;
	/** Why it cannot be switched on, or why it sends nothing although it is on. */
	why?: string;
	/** Off, and whose message people get all the same who bought and attend. */
	instead?: Audience;
	/** That, in a sentence. */
	note?: string;
	/** ISO 8601. */
	lastSent?: string;
}

export interface SwitchboardFacts {
	rows: readonly SwitchRow[];
	/** Every translation the account has of the ten templates. */
	templates: readonly MessageTemplate[];
	/** ISO 8601, by trigger. */
	lastSent?: Partial<Record<AutomationId, string>>;
	/** Template names that differ from ours. */
	names?: Partial<Record<AutomationId, string>>;
	/** The event looked at; left out or empty, all events. */
	event?: string;
}

/** All ten triggers: template, its status, on or off, last sent. */
export function switchboard(facts: SwitchboardFacts): SwitchboardLine[] {
	return automations.map((automation) => {
		const { id, audience, label, template: ours } = automation;
		const template = facts.names?.[id] || ours;
		const translations = facts.templates.filter(({ name }) => name === template);
		const approved = translations.filter(({ status }) => status === 'APPROVED');
		const { offForAll, offHere } = isOff(id, facts);
		const on = !offForAll && !offHere;
		const instead = on ? undefined : standInFor(automation, facts);
		const refusal = approved.length > 0 ? undefined : whyNot(template, translations);
		const lastSent = facts.lastSent?.[id];
		const templateStatus = approved[0]?.status ?? translations[0]?.status;
		return {
			automation: id,
			audience,
			label,
			template,
			...(templateStatus !== undefined && { templateStatus }),
			languages: approved.map(({ language }) => language).sort(),
			on,
			offForAll,
			canBeSwitchedOn: refusal === undefined,
			...(refusal !== undefined && { why: refusal }),
			...(instead !== undefined && {
				instead,
				note: `People who bought and attend then get the ${instead}’s message.`,
			}),
			...(lastSent !== undefined && { lastSent }),
		};
	});
}

function isOff(id: AutomationId, { rows, event: wanted }: SwitchboardFacts) {
	const off = rows.filter((row) => row.automation === id && !row.on);
	return {
		offForAll: off.some(({ event }) => event === ''),
		offHere: off.some(({ event }) => isNamed(event, wanted)),
	};
}

/** Attendee and buyer hear of the same happening once: the one stands in where the other is off. */
function standInFor({ id, happening }: Automation, facts: SwitchboardFacts): Audience | undefined {
	const other = automations.find((row) => row.happening === happening && row.id !== id);
	if (other === undefined) return undefined;
	const { offForAll, offHere } = isOff(other.id, facts);
	return offForAll || offHere ? undefined : other.audience;
}

const isNamed = (event: string, wanted: string | undefined): boolean =>
	event !== '' && event.toLowerCase() === (wanted ?? '').trim().toLowerCase();

/** Why a trigger cannot be switched on: WhatsApp sends approved templates only. */
function whyNot(template: string, translations: readonly MessageTemplate[]): string {
	const [first] = translations;
	if (first === undefined) {
		return `The account has no template “${template}”. Set up templates first, and send it for approval.`;
	}
	const states = [...new Set(translations.map(({ status }) => status.toLowerCase()))].join(', ');
	return `The template “${template}” is not approved (${states.replace(/_/g, ' ')}). ${adviceFor(first.status)}`;
}

/** Meta, "Template pausing": three hours the first time, six the second, then disabled. */
function adviceFor(status: string): string {
	switch (status) {
		case 'PAUSED':
			return 'Too many people blocked or reported it, so WhatsApp sends it no more for some hours. Improve its text meanwhile.';
		case 'DISABLED':
			return 'WhatsApp does not send it any more. Improve its text and submit it again, see Set up templates.';
		case 'REJECTED':
			return 'Change what WhatsApp names as the reason and submit it again, see Set up templates.';
		default:
			return 'Wait for WhatsApp’s decision, or see Set up templates.';
	}
}

import { automations } from './automations';
import type { SwitchboardLine } from './switchboard';
import type { SwitchRow } from './switches';

/** A row of the table of switches as it is to be written. */
export interface SwitchSetting extends SwitchRow {
	template: string;
	/** Meta's status of its template; empty where there is none. */
	templateStatus: string;
	/** Whether it was the other way round before. */
	changed: boolean;
}

/** A trigger that could not be switched on, and why. */
export interface RefusedSwitch {
	automation: string;
	label: { en: string; ja: string };
	template: string;
	message: string;
}

export interface SwitchChanges {
	rows: SwitchSetting[];
	refused: RefusedSwitch[];
}

/**
 * Switches the wanted triggers on and all others off, for all events or, where one is named, for it.
 * A trigger that would send nothing is not switched on: WhatsApp sends approved templates only.
 *
 * @param wanted ids of triggers, or what they are called on the switchboard
 */
export function setSwitches(
	lines: readonly SwitchboardLine[],
	wanted: readonly string[],
	event = '',
): SwitchChanges {
	const named = event.trim();
	const rows: SwitchSetting[] = [];
	const refused: RefusedSwitch[] = [];
	for (const line of lines) {
		const { automation, label, template, templateStatus = '' } = line;
		const isWanted = [automation, label.en, label.ja].some((name) => wanted.includes(name));
		const why = isWanted && !line.on ? refusalOf(line, named) : undefined;
		if (why !== undefined) refused.push({ automation, label, template, message: why });
		const on = isWanted && why === undefined;
		const changed = on !== line.on;
		// One event's rows are exceptions; those of all events show the whole board in the table.
		if (!changed && named !== '') continue;
		rows.push({ event: named, automation, on, template, templateStatus, changed });
	}
	return { rows, refused };
}

function refusalOf(line: SwitchboardLine, event: string): string | undefined {
	if (!line.canBeSwitchedOn) return line.why;
	return line.offForAll && event !== ''
		? 'It is off for all events. Switch it on for all events first, then off for those that should not have it.'
		: undefined;
}

/** What has become of the wish, for whoever pressed the button. */
export function switchAnswer({ rows, refused }: SwitchChanges): { title: string; message: string } {
	const changed = rows.filter((row) => row.changed);
	const said = [
		...named(
			'Switched on',
			changed.filter((row) => row.on),
		),
		...named(
			'Switched off',
			changed.filter((row) => !row.on),
		),
	];
	if (said.length === 0) said.push('Nothing was changed.');
	return {
		title: refused.length > 0 ? 'Not everything could be switched on' : 'Saved',
		message: [...said, ...refused.map(({ label, message }) => `${label.en}: ${message}`)].join(
			'\n\n',
		),
	};
}

function named(what: string, rows: readonly SwitchSetting[]): string[] {
	const labels = rows.map(
		({ automation }) => automations.find(({ id }) => id === automation)?.label.en ?? automation,
	);
	return labels.length > 0 ? [`${what}: ${labels.join(', ')}.`] : [];
}

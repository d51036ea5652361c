import { platforms } from '../../core/events/platforms';

/** Evaluated by n8n with the node's parameters: it must stand alone. */
const outputsOf = `(parameters) => {
	const named = (names) => names.map((displayName) => ({ type: 'main', displayName }));
	if (parameters.operation === 'switchboard') return named(['Triggers']);
	if (parameters.operation === 'switch') return named(['Switches', 'Answer']);
	if (parameters.handOut === 'notices') return named(['Notices', 'Left Out']);
	return named(['Messages', 'Left Out', ...(parameters.compare === true ? ['Seen'] : [])]);
}`;

export const outputs: `={{${string}}}` = `={{ (${outputsOf})($parameter) }}`;

const names = JSON.stringify({
	...Object.fromEntries(platforms.map(({ id, name }) => [id, name])),
	notice: 'Notices',
});

/** What comes in, or what is done with the switches. */
export const subtitle = `={{ { switchboard: 'Show Switchboard', switch: 'Change Switches' }[$parameter.operation] || (${names})[$parameter.source] }}`;

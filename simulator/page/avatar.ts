import { el } from './dom.ts';
import { icon } from './icons.ts';
import { hueOf, initialsOf } from './phoneDisplay.ts';

/** A round picture: initials on a colour that stays with the key. */
export function avatar(name: string, key: string, className = ''): HTMLElement {
	const initials = initialsOf(name);
	const isNumber = /^[\d+\s()-]*$/.test(name);
	const circle = el('span', {
		class: `avatar ${className}`.trim(),
		attributes: { 'aria-hidden': 'true' },
	});
	circle.style.setProperty('--hue', String(hueOf(key)));
	circle.append(initials === '' || isNumber ? icon('phone') : initials);
	return circle;
}

import { el } from './dom.ts';
import { checkbox, field, select } from './fields.ts';
import { t } from './i18n.ts';
import { createPersonFields, languageSelect, readPerson } from './personFields.ts';
import type { RegistrationForm } from './registration.ts';

const mostTickets = 10;

export interface RegisterFields {
	element: HTMLElement;
	read(form: HTMLFormElement): RegistrationForm;
	/** A platform may report the attendees beside the order, or not. */
	suit(platform: string | undefined): void;
}

/** Where reporting the attendees, too, is the organiser's choice. */
const attendeesByChoice = ['zoho-backstage'];

/** Who registers, for how many, and how the platform reports it. */
export function createRegisterFields(): RegisterFields {
	const others = el('div', { class: 'others' });
	const quantity = field({
		name: 'quantity',
		label: t('quantity'),
		type: 'number',
		value: '1',
		attributes: { min: 1, max: mostTickets, required: true },
	});
	const attends = checkbox('attends', t('attends'), true);
	const attendsInput = attends.querySelector('input');
	const draw = (): void =>
		drawOthers(others, attendsInput?.checked === false, quantityOf(quantity.input));
	quantity.input.addEventListener('input', draw);
	attends.addEventListener('change', draw);
	const attendees = checkbox('attendees', t('reportAttendees'), true);
	const ticket = field({ name: 'ticketName', label: t('ticketName'), value: t('ticketDefault') });
	const repeat = select(
		'repeat',
		t('repeat'),
		[1, 2, 5, 20].map((count) => ({
			value: String(count),
			label: count === 1 ? t('once') : t('times', { count }),
		})),
	);
	const element = el(
		'div',
		{ class: 'fields' },
		createPersonFields(t('buyer')),
		el('div', { class: 'columns is-wide-first' }, ticket.element, quantity.element),
		el(
			'div',
			{ class: 'checks' },
			attends,
			checkbox('paid', t('paid'), true),
			checkbox('test', t('test')),
			attendees,
		),
		others,
		el(
			'details',
			{ class: 'faults' },
			el('summary', {}, t('faults')),
			el(
				'div',
				{ class: 'faults-fields' },
				repeat.element,
				checkbox('badSignature', t('badSignature')),
			),
		),
	);

	function suit(platform?: string): void {
		const byChoice = platform !== undefined && attendeesByChoice.includes(platform);
		attendees.hidden = !byChoice;
		// What is not offered is not sent, either.
		attendees.querySelector('input')?.toggleAttribute('disabled', !byChoice);
	}
	suit();

	return { element, read, suit };
}

function quantityOf(input: HTMLInputElement): number {
	return Math.min(Math.max(Math.trunc(input.valueAsNumber) || 1, 1), mostTickets);
}

/** One group per ticket that the buyer does not hold; what was typed stays. */
function drawOthers(container: HTMLElement, withFirst: boolean, quantity: number): void {
	const wanted = Array.from({ length: quantity }, (_, at) => at + 1).slice(withFirst ? 0 : 1);
	const present = new Map(
		[...container.children].map((child) => [Number(child.getAttribute('data-number')), child]),
	);
	container.replaceChildren(
		...wanted.map((number, at) => {
			const group = present.get(number) ?? otherFields(number);
			group.querySelector('.hint')?.toggleAttribute('hidden', at > 0);
			return group;
		}),
	);
}

function otherFields(number: number): HTMLElement {
	const named = (name: string): string => `ticket${number}.${name}`;
	return el(
		'fieldset',
		{ attributes: { 'data-number': number } },
		el('legend', {}, t('otherTicket', { number })),
		el('small', { class: 'hint' }, t('otherHint')),
		el(
			'div',
			{ class: 'columns' },
			field({ name: named('firstName'), label: t('firstName') }).element,
			field({ name: named('lastName'), label: t('lastName') }).element,
		),
		field({ name: named('email'), label: t('email'), type: 'email', placeholder: t('sameEmail') })
			.element,
		field({ name: named('phone'), label: t('phone'), type: 'tel', placeholder: t('samePhone') })
			.element,
		languageSelect(named('locale'), t('sameLanguage')).element,
	);
}

function read(form: HTMLFormElement): RegistrationForm {
	const data = new FormData(form);
	const text = (name: string): string => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
	const quantity = Math.min(Math.max(Number(text('quantity')) || 1, 1), mostTickets);
	const attends = data.has('attends');
	const numbers = Array.from({ length: quantity }, (_, at) => at + 1).slice(attends ? 1 : 0);
	return {
		buyer: readPerson(data),
		ticketName: text('ticketName'),
		attends,
		others: numbers.map((number) => readPerson(data, `ticket${number}.`)),
		paid: data.has('paid'),
		test: data.has('test'),
		attendees: data.has('attendees'),
		repeat: Number(text('repeat')) || 1,
		badSignature: data.has('badSignature'),
	};
}

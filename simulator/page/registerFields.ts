import { el } from './dom.ts';
import { examplePerson } from './examplePeople.ts';
import { checkbox, field, select } from './fields.ts';
import { t } from './i18n.ts';
import { hasCountryCode } from './registration.ts';
import type { RegistrationForm } from './registration.ts';
import type { Person } from './types.ts';

const mostTickets = 10;
const personFields = ['firstName', 'lastName', 'email', 'phone'] as const;

export interface RegisterFields {
	element: HTMLElement;
	read(form: HTMLFormElement): RegistrationForm;
}

/** Who registers, for how many, and how the platform reports it. */
export function createRegisterFields(): RegisterFields {
	const buyer = buyerFields();
	const others = el('div', { class: 'others' });
	const quantity = field({
		name: 'quantity',
		label: t('quantity'),
		type: 'number',
		value: '1',
		attributes: { min: 1, max: mostTickets, required: true },
	});
	quantity.input.addEventListener('input', () => drawOthers(others, quantityOf(quantity.input)));
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
		buyer,
		el('div', { class: 'columns is-wide-first' }, ticket.element, quantity.element),
		others,
		el('div', { class: 'checks' }, checkbox('paid', t('paid'), true), checkbox('test', t('test'))),
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

	return { element, read };
}

function buyerFields(): HTMLElement {
	const firstName = field({ name: 'firstName', label: t('firstName'), required: true });
	const lastName = field({ name: 'lastName', label: t('lastName') });
	const email = field({ name: 'email', label: t('email'), type: 'email' });
	const phone = field({ name: 'phone', label: t('phone'), type: 'tel', hint: t('phoneHint') });
	const inputs = { firstName, lastName, email, phone };

	function checkCountry(): void {
		const { value } = phone.input;
		const missing = value.trim() !== '' && !hasCountryCode(value);
		phone.hint.textContent = t(missing ? 'phoneNoCountry' : 'phoneHint');
		phone.hint.classList.toggle('is-warning', missing);
	}
	phone.input.addEventListener('input', checkCountry);

	const fill = el(
		'button',
		{
			class: 'text-button',
			attributes: { type: 'button' },
			on: {
				click: () => {
					const person = examplePerson();
					for (const name of personFields) inputs[name].input.value = person[name];
					checkCountry();
				},
			},
		},
		t('fillExample'),
	);
	return el(
		'fieldset',
		{},
		el('legend', {}, t('buyer')),
		fill,
		el('div', { class: 'columns' }, firstName.element, lastName.element),
		email.element,
		phone.element,
	);
}

function quantityOf(input: HTMLInputElement): number {
	return Math.min(Math.max(Math.trunc(input.valueAsNumber) || 1, 1), mostTickets);
}

function drawOthers(container: HTMLElement, quantity: number): void {
	while (container.children.length > quantity - 1) container.lastElementChild?.remove();
	while (container.children.length < quantity - 1) {
		const number = container.children.length + 2;
		const named = (name: string): string => `ticket${number}.${name}`;
		container.append(
			el(
				'fieldset',
				{},
				el('legend', {}, t('otherTicket', { number })),
				number === 2 && el('small', { class: 'hint' }, t('otherHint')),
				el(
					'div',
					{ class: 'columns' },
					field({ name: named('firstName'), label: t('firstName') }).element,
					field({ name: named('lastName'), label: t('lastName') }).element,
				),
				field({
					name: named('phone'),
					label: t('phone'),
					type: 'tel',
					placeholder: t('samePhone'),
				}).element,
			),
		);
	}
}

function read(form: HTMLFormElement): RegistrationForm {
	const data = new FormData(form);
	const text = (name: string): string => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
	const person = (prefix: string): Person => ({
		firstName: text(`${prefix}firstName`),
		lastName: text(`${prefix}lastName`),
		email: text(`${prefix}email`),
		phone: text(`${prefix}phone`),
	});
	const quantity = Math.min(Math.max(Number(text('quantity')) || 1, 1), mostTickets);
	return {
		buyer: person(''),
		ticketName: text('ticketName'),
		others: Array.from({ length: quantity - 1 }, (_, at) => person(`ticket${at + 2}.`)),
		paid: data.has('paid'),
		test: data.has('test'),
		repeat: Number(text('repeat')) || 1,
		badSignature: data.has('badSignature'),
	};
}

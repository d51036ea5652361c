import type { SourceField } from '../../../core/credits/balance/balance';
import { accountDraft } from '../account-draft';
import { api, sentenceOf } from '../api';
import { button, byId, el, row } from '../dom';
import { fitTray } from '../form';
import { notice } from '../notice';
import type { EditorNode } from '../red';
import { balanceLines } from './answer-lines';
import { c, p } from './credit-words';
import { providerDraftInDialog } from './provider-draft';

interface Provider {
	id: string;
	name: string;
	fields: readonly SourceField[];
}

/** No source of a balance: its secret proves that a payment is one. */
const STRIPE: Provider = {
	id: 'stripe',
	name: 'Stripe',
	fields: [
		{
			name: 'webhookSecret',
			displayName: 'Signing secret',
			description: '',
			secret: true,
			placeholder: 'whsec_…',
		},
	],
};

/** On the canvas, before anything was read. */
const NAMES: Record<string, string> = {
	...{ meta: 'Meta', dialog360: '360dialog', gupshup: 'Gupshup', twilio: 'Twilio' },
	...{ vonage: 'Vonage', messagebird: 'MessageBird', infobip: 'Infobip', stripe: 'Stripe' },
};

const nameOf = (provider: string, field: string): string => `${provider}_${field}`;

/** The dialog of whatsapp-credit-provider. */
export const creditProvider = {
	prepare(node: EditorNode): void {
		fitTray(620);
		const select = byId<HTMLSelectElement>('node-config-input-provider');
		const chosen = String(node.provider ?? '') || 'dialog360';
		// Until they are read: saving must not choose another one.
		select.replaceChildren(el('option', { value: chosen }, NAMES[chosen] ?? chosen));
		prepareTest(node, select);
		api.creditSources().then(
			({ sources }) => fill(node, select, [...sources, STRIPE], chosen),
			(error: unknown) =>
				byId<HTMLElement>('wae-provider-fields').replaceChildren(
					notice('failed', sentenceOf(error)),
				),
		);
	},

	label(this: EditorNode): string {
		const { provider } = this;
		return NAMES[String(provider)] ?? String(provider ?? '');
	},
};

function fill(
	node: EditorNode,
	select: HTMLSelectElement,
	providers: readonly Provider[],
	chosen: string,
): void {
	select.replaceChildren(...providers.map(({ id, name }) => el('option', { value: id }, name)));
	select.value = chosen;
	const fields = providers.flatMap(({ id, fields: own }) =>
		own.map((field) => ({ id, field, credential: nameOf(id, field.name) })),
	);
	byId<HTMLElement>('wae-provider-fields').replaceChildren(
		...fields.map(({ id, field, credential }) => fieldRow(id, credential, field)),
	);
	for (const { credential, field } of fields) {
		const { [credential]: value, [`has_${credential}`]: isKept } = node.credentials ?? {};
		const input = $(`#node-config-input-${credential}`);
		input.val(String(value ?? (field.secret && isKept ? '__PWRD__' : '')));
		if (field.secret) input.typedInput({ type: 'cred' });
	}
	const show = (): void => showProvider(select.value);
	select.addEventListener('change', show);
	show();
}

function fieldRow(provider: string, credential: string, field: SourceField): HTMLElement {
	const id = `node-config-input-${credential}`;
	const { secret, placeholder, displayName, description } = field;
	const line = row(
		p(`field.${credential}`, p(`field.${field.name}`, displayName)),
		el('input', { type: secret ? 'password' : 'text', id, placeholder }),
		{
			forId: id,
			hint: p(`hint.${credential}`, p(`hint.${field.name}`, description)),
			iconName: secret ? 'key' : field.name === 'apiUrl' ? 'globe' : 'tag',
		},
	);
	line.dataset.provider = provider;
	return line;
}

function showProvider(provider: string): void {
	for (const line of document.querySelectorAll<HTMLElement>(
		'#wae-provider-fields [data-provider]',
	)) {
		line.hidden = line.dataset.provider !== provider;
	}
	byId<HTMLElement>('wae-provider-about').textContent = p(`about.${provider}`);
	byId<HTMLElement>('wae-provider-test').hidden = provider === STRIPE.id;
	// A typed field that is born hidden has no width yet.
	window.dispatchEvent(new Event('resize'));
}

function prepareTest(node: EditorNode, select: HTMLSelectElement): void {
	const result = el('div', { class: 'wae-test-result', 'aria-live': 'polite' });
	const ask = async (): Promise<void> => {
		start.disabled = true;
		result.replaceChildren(notice('busy', c('look.asking')));
		try {
			const answer = await api.checkCredits('balance', {
				account: accountDraft(anyAccount()),
				provider: providerDraftInDialog(node.id, select.value),
				fields: { balanceFrom: 'provider' },
			});
			result.replaceChildren(...balanceLines(answer.balance));
		} catch (error) {
			result.replaceChildren(notice('failed', sentenceOf(error)));
		}
		start.disabled = false;
	};
	const start = button(c('look.now'), 'refresh', () => void ask(), 'wae-test');
	byId<HTMLElement>('wae-provider-test').replaceChildren(start, result);
}

/** A provider is asked without an account; Meta’s credit line is not. */
function anyAccount(): string | undefined {
	let found: string | undefined;
	RED.nodes.eachConfig(({ type, id, d }) => {
		if (type === 'whatsapp-account' && !d) found ??= id;
	});
	return found;
}
